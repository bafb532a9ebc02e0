package ganglion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the Javadoc and of the page on Java are compiled and run. Paths that they name lie in a folder with what {@link Tones}
 * writes.
 */
final class ExamplesTest {

    private static final Path SOURCES = Path.of("src/main/java/ganglion/api");
    private static final Path PAGE = Path.of("../../docs/user/java.md");
    private static final Pattern IN_JAVADOC =
            Pattern.compile("^ \\* <pre>\\{@code\\n(.*?)^ \\* }</pre>", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern IN_PAGE = Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern WHOLE = Pattern.compile("^class \\w+", Pattern.MULTILINE);

    private static final String HEAD = """
            import ganglion.api.*;
            import ganglion.hardware.estimate.*;
            import ganglion.scenario.result.*;
            import ganglion.scenario.run.*;
            import static ganglion.api.Units.*;
            import java.nio.file.*;
            import java.util.*;
            """;

    @TempDir
    private Path folder;

    /** A piece of code, with where it stands. */
    private record Example(String place, String code) {

        Consumer<Throwable> fault(List<String> failures) {
            return failure -> failures.add(place + ": " + failure);
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                add(examples, file, IN_JAVADOC);
            }
        }
        int inJavadoc = examples.size();
        assertTrue(inJavadoc >= 9, "examples in the Javadoc: " + inJavadoc);
        add(examples, PAGE, IN_PAGE);
        assertTrue(examples.size() - inJavadoc >= 8, "examples in the page: " + (examples.size() - inJavadoc));
        return examples;
    }

    private static void add(List<Example> examples, Path file, Pattern pattern) throws IOException {
        String text = Files.readString(file);
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            String code = match.group(1)
                    .lines()
                    .map(line -> line.replaceFirst("^ \\* ?", ""))
                    .collect(Collectors.joining("\n"));
            if (!code.lines().allMatch(line -> line.startsWith("import "))) {
                examples.add(new Example(file.getFileName() + " at " + match.start(), code));
            }
        }
    }

    /** The code of a class of its own, which the example may be already; imports go to the top. */
    private String source(String name, Example example) {
        String code = example.code().replace("Path.of(\"", "Path.of(" + quoted(folder.toString()) + ", \"");
        if (WHOLE.matcher(code).find()) {
            return WHOLE.matcher(code).replaceFirst("class " + name);
        }
        return HEAD + "final class " + name + " {\npublic static void main(String[] words) throws Exception {\n" + code
                + "\n}\n}\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\") + '"';
    }

    @Test
    void allOfThemRun() throws Exception {
        Tones.twoTaps(folder);
        Path trained = GanglionApi.experiment(Tones.experiment(folder))
                .train(folder.resolve("before"))
                .network()
                .orElseThrow()
                .file();
        Files.copy(trained, folder.resolve("tones.zip"));
        Tones.experimentBesideItsSounds(folder);
        List<Example> examples = examples();
        Path classes = compile(examples);
        List<String> failures = new ArrayList<>();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (int i = 0; i < examples.size(); i++) {
                run(loader.loadClass("Example" + i)).ifPresent(examples.get(i).fault(failures));
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertEquals(List.of(), failures);
        assertTrue(printed.size() > 1000, "what examples print: " + printed);
    }

    private static Optional<Throwable> run(Class<?> example) throws ReflectiveOperationException {
        Method main = example.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) new String[0]);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause());
        }
    }

    @Test
    void thePageNamesTheGroupOfTheArtifact() throws IOException {
        Matcher group = Pattern.compile("<groupId>([^<]*)</groupId>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(group.find());

        String page = Files.readString(PAGE);

        assertTrue(page.contains("<groupId>" + group.group(1) + "</groupId>"), group::group);
    }

    /** Surefire starts with a jar that only names the class path. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Path compile(List<Example> examples) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("source"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            String name = "Example" + i;
            files.add(Files.writeString(sources.resolve(name + ".java"), source(name, examples.get(i))));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean fine = compiler.getTask(
                            told,
                            manager,
                            null,
                            List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertTrue(fine, told::toString);
        }
        return classes;
    }
}
