package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.report.page.DrawingDocument.PackedBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PackedBytesTest {

    @Test
    void writesNumbersInGroupsOfSevenBits() throws Exception {
        PackedBytes bytes = new PackedBytes();
        bytes.addNumber(0);
        bytes.addNumber(127);
        bytes.addNumber(128);
        bytes.addNumber(1L << 35);

        assertArrayEquals(
                new byte[] {0, 127, (byte) 0x80, 1, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 1},
                unpacked(bytes.toBase64()));
    }

    @Test
    void packsWhatRepeats() throws Exception {
        PackedBytes bytes = new PackedBytes();
        for (int i = 0; i < 100_000; i++) {
            bytes.addByte(i % 10);
        }

        String text = bytes.toBase64();

        assertTrue(text.length() < 1_000, "packed to " + text.length());
        assertTrue(unpacked(text).length == 100_000);
    }

    @Test
    void refusesNegativeNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new PackedBytes().addNumber(-1));
    }

    private static byte[] unpacked(String base64) throws IOException {
        byte[] packed = Base64.getDecoder().decode(base64);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
