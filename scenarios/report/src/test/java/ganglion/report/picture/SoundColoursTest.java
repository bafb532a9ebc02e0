package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SoundColoursTest {

    @Test
    void growsSteadilyDarker() {
        double before = 256;
        for (int i = 0; i <= 100; i++) {
            double lightness = lightness(SoundColours.of(i / 100.0));
            assertTrue(lightness < before, "share " + i / 100.0);
            before = lightness;
        }
    }

    @Test
    void endsWhereSharesEnd() {
        assertEquals(0xffffff, SoundColours.of(-3));
        assertEquals(0x1a1a4a, SoundColours.of(7));
    }

    private static double lightness(int colour) {
        return 0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff) + 0.0722 * (colour & 0xff);
    }
}
