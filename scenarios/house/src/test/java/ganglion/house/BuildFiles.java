package ganglion.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the project is built from: the versions in its POMs, and the libraries that this test was started with. */
final class BuildFiles {

    /** A jar in a local repository: .../ARTIFACT/VERSION/ARTIFACT-VERSION.jar. */
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)/([^/]+)/\\1-\\2\\.jar");

    /** Kinds of elements that name a version. */
    private static final List<String> VERSIONED = List.of("dependency", "plugin", "palantirJavaFormat");

    private final Path root;

    BuildFiles(Path root) {
        this.root = root;
    }

    /** Versions of libraries and plugins of others, by the artifact; a name with two versions has both. */
    Map<String, String> versions() throws IOException, SAXException, ParserConfigurationException {
        Map<String, String> properties = new TreeMap<>();
        Map<String, String> versions = new TreeMap<>();
        for (Document pom : poms()) {
            elements(pom, "properties")
                    .forEach(list -> children(list)
                            .forEach(property -> properties.put("${" + property.getTagName() + "}", text(property))));
        }
        for (Document pom : poms()) {
            for (String kind : VERSIONED) {
                elements(pom, kind).forEach(element -> {
                    String written = child(element, "version");
                    String version = properties.getOrDefault(written, written);
                    String artifact = kind.startsWith("palantir") ? kind : child(element, "artifactId");
                    boolean ours = artifact.startsWith("ganglion-");
                    if (!version.isEmpty() && !ours) {
                        versions.merge(artifact, version, (a, b) -> a.equals(b) ? a : a + " and " + b);
                    }
                });
            }
        }
        return versions;
    }

    /** The jars of the class path that come from a repository. */
    static List<Path> jars() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(Pattern.quote(System.getProperty("path.separator"))))
                .filter(entry -> JAR.matcher(entry.replace('\\', '/')).matches())
                .map(Path::of)
                .toList();
    }

    /** Versions of the libraries of the class path, by the artifact. */
    static Map<String, String> libraries() {
        Map<String, String> libraries = new TreeMap<>();
        for (Path jar : jars()) {
            Matcher name = JAR.matcher(jar.toString().replace('\\', '/'));
            if (name.matches()) {
                libraries.put(name.group(1), name.group(2));
            }
        }
        return libraries;
    }

    private List<Document> poms() throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        List<Document> poms = new ArrayList<>();
        for (Path file : pomFiles()) {
            poms.add(factory.newDocumentBuilder().parse(file.toFile()));
        }
        return poms;
    }

    private List<Path> pomFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root, 4)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !root.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Element> elements(Document pom, String name) {
        List<Element> elements = new ArrayList<>();
        var found = pom.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .map(BuildFiles::text)
                .findFirst()
                .orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
