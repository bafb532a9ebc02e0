package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Maven Central would refuse is found before an upload. */
final class PortalRulesTest {

    private static final Map<String, String> SUMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256");
    private static final String VERSIONS = """
            <project>
              <groupId>org.example</groupId><artifactId>ganglion-bom</artifactId><version>1.0.0</version>
              <packaging>pom</packaging><name>Versions</name><description>All</description><url>https://example.org</url>
              <licenses><license><name>X</name><url>https://example.org/x</url></license></licenses>
              <developers><developer><name>Someone</name></developer></developers>
              <scm><connection>scm:git:x</connection><url>https://example.org</url></scm>
              <dependencyManagement><dependencies>
                <dependency><groupId>org.example</groupId><artifactId>ganglion-a</artifactId></dependency>
              </dependencies></dependencyManagement>
            </project>
            """;
    private static final String PART = """
            <project>
              <parent><groupId>org.example</groupId><artifactId>ganglion-bom</artifactId><version>1.0.0</version></parent>
              <artifactId>ganglion-a</artifactId><name>A</name>
            </project>
            """;

    private static final String NEEDS_ANOTHER = """
            <dependencies>
              <dependency><groupId>org.example</groupId><artifactId>ganglion-c</artifactId></dependency>
              <dependency><groupId>org.example</groupId><artifactId>ganglion-d</artifactId><scope>test</scope></dependency>
              <dependency><groupId>org.other</groupId><artifactId>other</artifactId></dependency>
            </dependencies>
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void stage() throws IOException, NoSuchAlgorithmException {
        put(at("ganglion-bom", ".pom"), VERSIONS.getBytes());
        put(at("ganglion-a", ".pom"), PART.getBytes());
        jar("", "META-INF/MANIFEST.MF");
        jar("-sources", "a/A.java");
        jar("-javadoc", "index.html");
    }

    @Test
    void eachBreachIsNamed() throws IOException, InterruptedException, NoSuchAlgorithmException {
        put(
                at("ganglion-bom", ".pom"),
                VERSIONS.replaceAll("<developers>.*</developers>", "<repositories/>")
                        .getBytes());
        put(
                at("ganglion-b", ".pom"),
                PART.replace("ganglion-a", "ganglion-b")
                        .replace("</parent>", "</parent><packaging>pom</packaging>")
                        .replace("ganglion-bom", "gone")
                        .replace("</project>", NEEDS_ANOTHER + "</project>")
                        .getBytes());
        jar("-javadoc", "element-list");
        Files.delete(at("ganglion-a", "-sources.jar"));
        Files.delete(Path.of(at("ganglion-a", ".jar") + ".asc"));
        Files.writeString(Path.of(at("ganglion-a", ".pom") + ".sha1"), "0");

        assertEquals(
                List.of(
                        "ganglion-a: has no developers/developer/name",
                        "ganglion-a: ganglion-a-1.0.0-javadoc.jar has no index.html",
                        "ganglion-a: has no ganglion-a-1.0.0-sources.jar",
                        "ganglion-b: has no description",
                        "ganglion-b: has the parent gone, which is not published",
                        "ganglion-b: needs ganglion-c, which is not published",
                        "ganglion-bom: has no developers/developer/name",
                        "ganglion-bom: has repositories",
                        "ganglion-a-1.0.0.jar: is not signed",
                        "ganglion-a-1.0.0.pom: has another sha1 or none"),
                checked().stream()
                        .filter(line -> !line.startsWith("ganglion-b: has no ") || line.endsWith("description"))
                        .toList());
    }

    private List<String> checked() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String rules =
                ProjectRoot.find().resolve("packaging/release/PortalRules.java").toString();
        List<String> command = List.of(java, "-XX:TieredStopAtLevel=1", rules, folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor();
        return lines;
    }

    private Path at(String artifact, String end) {
        return folder.resolve("org/example").resolve(artifact).resolve("1.0.0").resolve(artifact + "-1.0.0" + end);
    }

    private void jar(String kind, String entry) throws IOException, NoSuchAlgorithmException {
        Path file = Files.createTempFile(folder.getParent(), "made", ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.closeEntry();
        }
        put(at("ganglion-a", kind + ".jar"), Files.readAllBytes(file));
        Files.delete(file);
    }

    /** A file with its signature and its checksums. */
    private static void put(Path file, byte[] content) throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.writeString(Path.of(file + ".asc"), "-----BEGIN PGP SIGNATURE-----\n");
        for (Map.Entry<String, String> sum : SUMS.entrySet()) {
            byte[] digest = MessageDigest.getInstance(sum.getValue()).digest(content);
            Files.writeString(
                    Path.of(file + "." + sum.getKey()),
                    String.format("%0" + 2 * digest.length + "x", new BigInteger(1, digest)));
        }
    }
}
