package ganglion.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The text of the launcher for Windows. Nothing here runs it: builds have no Windows. */
final class WindowsLauncherTest {

    private static String read(String name) throws IOException {
        try (ZipFile zip = new ZipFile(Unpacked.file(".zip").toFile());
                InputStream file = zip.getInputStream(
                        zip.getEntry("ganglion-" + System.getProperty("archive.version") + "/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void eachLineEndsAsWindowsWantsIt() throws IOException {
        String script = read("ganglion.cmd");

        assertFalse(Pattern.compile("(?<!\r)\n").matcher(script).find());
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(script));
    }

    @Test
    void givesJavaOnlyOptionsThatTheOtherLauncherGives() throws IOException {
        String launcher = Files.readString(Path.of("..", "..", "ganglion"));
        List<String> options = Pattern.compile("-(?:XX:|D)[^ ]+")
                .matcher(read("ganglion.cmd"))
                .results()
                .map(found -> found.group())
                .toList();

        assertEquals(4, options.size(), options::toString);
        options.forEach(option -> assertTrue(launcher.contains(option), option));
    }

    @Test
    void bracketsAreClosed() throws IOException {
        String script = read("ganglion.cmd");

        assertEquals(
                script.chars().filter(c -> c == '(').count(),
                script.chars().filter(c -> c == ')').count());
        assertEquals(0, script.chars().filter(c -> c == '"').count() % 2);
    }
}
