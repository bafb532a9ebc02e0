package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.report.files.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The charts' library is the published one: uPlot 1.6.32 from npm, byte for byte. */
class VendoredLibraryTest {

    @Test
    void isWhatWasPublished() throws Exception {
        assertEquals("19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f", checksum("uPlot.iife.min.js"));
        assertEquals("df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04", checksum("uPlot.min.css"));
    }

    @Test
    void comesWithItsLicence() throws Exception {
        try (InputStream licence = open("LICENSE")) {
            String text = new String(licence.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.startsWith("The MIT License (MIT)"), text);
        }
    }

    private static String checksum(String name) throws IOException {
        try (InputStream in = open(name)) {
            return Checksum.of(in::transferTo);
        }
    }

    private static InputStream open(String name) {
        return VendoredLibraryTest.class.getResourceAsStream("/ganglion/report/vendor/uplot/" + name);
    }
}
