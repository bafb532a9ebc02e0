package ganglion.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The example project of the documentation, compiled and run with this build's own classes, so without the network. */
@Tag("slow")
class ExampleProjectTest {

    private static final Path EXAMPLE = Path.of("..", "..", "docs", "examples", "junit");

    @TempDir
    private Path classes;

    @Test
    void compilesAndPasses() throws Exception {
        compile(EXAMPLE.resolve("src/test/java/example/ThresholdTest.java"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> test = loader.loadClass("example.ThresholdTest");
            Scenarios chosen = test.getAnnotation(Scenarios.class);

            assertEquals("src/test/scenarios", chosen.value()[0]);
        }
        Launched launched = Launched.of(Example.class);
        assertEquals(List.of(), launched.failures());
        assertEquals(3, launched.passed().size(), launched::toString);
    }

    /** The same scenarios, from where this test runs. */
    @Scenarios(value = "../../docs/examples/junit/src/test/scenarios", reports = "target/example-runs")
    static class Example implements ScenarioTests {}

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(source);
            StringWriter problems = new StringWriter();
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            List<String> options =
                    List.of("-d", classes.toString(), "-cp", path, "-Xlint:all,-processing,-path", "-proc:none");

            assertTrue(
                    compiler.getTask(problems, files, null, options, null, units)
                            .call(),
                    problems::toString);
        }
    }

    @Test
    void namesThisVersionAndWhatItNeeds() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(EXAMPLE.resolve("pom.xml").toFile());
        String text = Files.readString(EXAMPLE.resolve("pom.xml"));
        String parent = Files.readString(Path.of("pom.xml"));
        String version = parent.replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");

        assertEquals("project", pom.getDocumentElement().getTagName());
        assertTrue(
                text.replaceAll("\\s+", "")
                        .contains("<artifactId>ganglion-api</artifactId><version>" + version + "</version>"),
                text);
    }
}
