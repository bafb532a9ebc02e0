import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks a folder in the layout of a Maven repository as the portal of Maven Central does, which says so only after an upload:
 * {@code java packaging/release/PortalRules.java FOLDER [--snapshot] [--without-api-pages]}. Prints what is wrong, a line each, and exits with 1.
 *
 * <p>Signatures are looked for here and verified by packaging/release/stage.
 */
final class PortalRules {

    /** What a POM must say, itself or through its parents. */
    private static final List<String> INHERITED = List.of(
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/url");

    private static final Map<String, String> CHECKSUMS =
            new TreeMap<>(Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256"));

    private final Path folder;
    private final boolean snapshot;
    private final boolean pages;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Element> poms = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();

    /**
     * @param folder with the artifacts
     * @param snapshot whether the version may be one
     * @param pages whether jars of API pages have to be there
     */
    PortalRules(Path folder, boolean snapshot, boolean pages) {
        this.folder = folder;
        this.snapshot = snapshot;
        this.pages = pages;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("expected the folder of a Maven repository");
            System.exit(2);
        }
        List<String> options = List.of(arguments);
        PortalRules rules = new PortalRules(
                Path.of(arguments[0]), options.contains("--snapshot"), !options.contains("--without-api-pages"));
        List<String> wrong = rules.check();
        wrong.forEach(System.err::println);
        if (!wrong.isEmpty()) {
            System.exit(1);
        }
        System.out.println(rules.poms.size() + " artifacts in " + arguments[0] + " keep the rules of Maven Central");
    }

    List<String> check() throws Exception {
        for (Path pom : below(folder, ".pom")) {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
            String artifact = said(project, "artifactId");
            poms.put(artifact, project);
            files.put(artifact, pom);
        }
        for (String artifact : poms.keySet()) {
            checkPom(artifact);
            if (isJar(artifact)) {
                checkJars(artifact);
            }
        }
        checkVersions();
        for (Path file : below(folder, "")) {
            checkFile(file);
        }
        return wrong;
    }

    private void checkPom(String artifact) {
        Element pom = poms.get(artifact);
        if (said(pom, "name").isEmpty()) {
            say(artifact, "has no name");
        }
        for (String path : INHERITED) {
            if (inherited(pom, path).isEmpty()) {
                say(artifact, "has no " + path);
            }
        }
        String group = either(pom, "groupId");
        String version = either(pom, "version");
        if (group.contains("$") || version.contains("$")) {
            say(artifact, "found " + group + ":" + version + ", expected constants");
        }
        if (version.endsWith("-SNAPSHOT") && !snapshot) {
            say(artifact, "found " + version + ", expected no snapshot");
        }
        Path place = folder.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
        if (!files.get(artifact).getParent().equals(place)) {
            say(artifact, "lies in " + files.get(artifact).getParent() + ", expected " + place);
        }
        for (String forbidden : List.of("repositories", "pluginRepositories", "distributionManagement")) {
            if (child(pom, forbidden) != null) {
                say(artifact, "has " + forbidden);
            }
        }
        Element parent = child(pom, "parent");
        if (parent != null && !poms.containsKey(said(parent, "artifactId"))) {
            say(artifact, "has the parent " + said(parent, "artifactId") + ", which is not published");
        }
        for (Element dependency : all(pom, "dependencies/dependency")) {
            boolean ours = Set.of(group, "${project.groupId}").contains(said(dependency, "groupId"));
            String needed = said(dependency, "artifactId");
            if (ours && !said(dependency, "scope").equals("test") && !poms.containsKey(needed)) {
                say(artifact, "needs " + needed + ", which is not published");
            }
        }
    }

    private void checkJars(String artifact) throws IOException {
        String base = files.get(artifact).toString().replaceFirst("[.]pom$", "");
        Map<String, String> contents = new TreeMap<>(Map.of("", "META-INF/MANIFEST.MF", "-sources", ".java"));
        if (pages) {
            contents.put("-javadoc", "index.html");
        }
        for (Map.Entry<String, String> kind : contents.entrySet()) {
            Path jar = Path.of(base + kind.getKey() + ".jar");
            if (!Files.isRegularFile(jar)) {
                say(artifact, "has no " + jar.getFileName());
                continue;
            }
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                if (zip.stream().noneMatch(entry -> entry.getName().endsWith(kind.getValue()))) {
                    say(artifact, jar.getFileName() + " has no " + kind.getValue());
                }
            }
        }
    }

    /** The versions to import are those of all jars. */
    private void checkVersions() {
        Element versions = poms.get("ganglion-bom");
        if (versions == null) {
            wrong.add("ganglion-bom is missing");
            return;
        }
        Set<String> managed = new TreeSet<>();
        for (Element dependency : all(versions, "dependencyManagement/dependencies/dependency")) {
            managed.add(said(dependency, "artifactId"));
        }
        Set<String> jars = new TreeSet<>(poms.keySet());
        jars.removeIf(artifact -> !isJar(artifact));
        if (!managed.equals(jars)) {
            wrong.add("ganglion-bom: found " + managed + ", expected " + jars);
        }
    }

    private void checkFile(Path file) throws Exception {
        String name = file.getFileName().toString();
        if (name.startsWith("maven-metadata") || name.matches(".*[.](asc|md5|sha1|sha256|sha512)")) {
            return;
        }
        Path signature = Path.of(file + ".asc");
        if (!Files.isRegularFile(signature)
                || !Files.readString(signature).startsWith("-----BEGIN PGP SIGNATURE-----")) {
            say(name, "is not signed");
        }
        for (Map.Entry<String, String> kind : CHECKSUMS.entrySet()) {
            Path sum = Path.of(file + "." + kind.getKey());
            byte[] digest = MessageDigest.getInstance(kind.getValue()).digest(Files.readAllBytes(file));
            String found = String.format("%0" + 2 * digest.length + "x", new BigInteger(1, digest));
            if (!Files.isRegularFile(sum) || !Files.readString(sum).strip().equals(found)) {
                say(name, "has another " + kind.getKey() + " or none");
            }
        }
    }

    private void say(String where, String what) {
        wrong.add(where + ": " + what);
    }

    private boolean isJar(String artifact) {
        return !said(poms.get(artifact), "packaging").equals("pom");
    }

    private String inherited(Element pom, String path) {
        for (Element at = pom; at != null; at = poms.get(said(child(at, "parent"), "artifactId"))) {
            List<Element> found = all(at, path);
            if (!found.isEmpty()) {
                return found.get(0).getTextContent().strip();
            }
        }
        return "";
    }

    private static String either(Element pom, String name) {
        String own = said(pom, name);
        return own.isEmpty() ? said(child(pom, "parent"), name) : own;
    }

    private static String said(Element parent, String name) {
        Element found = parent == null ? null : child(parent, name);
        return found == null ? "" : found.getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> all(Element parent, String path) {
        List<Element> at = List.of(parent);
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            for (Element element : at) {
                for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element found && found.getTagName().equals(name)) {
                        next.add(found);
                    }
                }
            }
            at = next;
        }
        return at;
    }

    private static List<Path> below(Path folder, String end) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
