package ganglion.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.distribution.Unpacked.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image, read as a container engine would. No engine is needed, so that none runs it here. */
final class ImageTest {

    /** At most as many bytes as the image may have. */
    private static final long LARGEST = 120_000_000;

    private static final Map<String, String> TOOLS = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    private static Path folder;

    private static String settings;

    @BeforeAll
    static void unpack() throws Exception {
        Ended tar = Unpacked.run(
                TOOLS, folder, "tar", "xf", Unpacked.file("-image.tar").toString());
        assertEquals(0, tar.code(), tar::toString);
        settings = Files.readString(folder.resolve("config.json"));
    }

    @Test
    void isSmallEnough() throws Exception {
        assertTrue(Files.size(Unpacked.file("-image.tar")) <= LARGEST);
    }

    @Test
    void runsTheLauncherAsAnOrdinaryUserInAFolderToMount() {
        assertTrue(settings.contains("\"User\":\"65532:65532\""), settings);
        assertTrue(settings.contains("\"Entrypoint\":[\"/opt/ganglion/ganglion\"]"), settings);
        assertTrue(settings.contains("\"WorkingDir\":\"/work\""), settings);
    }

    @Test
    void whatRunsMayRunAndAllMayBeRead() throws Exception {
        String list = list();
        for (String program : new String[] {"ganglion", "runtime/bin/java", "runtime/lib/jspawnhelper"}) {
            assertTrue(
                    Pattern.compile("^-rwxr-xr-x .* opt/ganglion/" + program + "$", Pattern.MULTILINE)
                            .matcher(list)
                            .find(),
                    program);
        }
        assertTrue(Pattern.compile("^drwxrwxrwx .* work/$", Pattern.MULTILINE)
                .matcher(list)
                .find());
        assertFalse(
                Pattern.compile("^-[rwx-]{6}-", Pattern.MULTILINE).matcher(list).find(),
                "a file that others may not read");
    }

    /** What tar says of all layers. */
    private static String list() throws Exception {
        Matcher layers =
                Pattern.compile("[0-9a-f]{64}\\.tar\\.gz").matcher(Files.readString(folder.resolve("manifest.json")));
        StringBuilder list = new StringBuilder();
        while (layers.find()) {
            list.append(
                    Unpacked.run(TOOLS, folder, "tar", "tvzf", layers.group()).out());
        }
        return list.toString();
    }
}
