package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.report.picture.HearingPicture.BandImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BandImageTest {

    @Test
    void growsSteadilyDarker() {
        double before = 256;
        for (int i = 0; i <= 100; i++) {
            double lightness = lightness(BandImage.colour(i / 100.0));
            assertTrue(lightness < before, "share " + i / 100.0);
            before = lightness;
        }
    }

    @Test
    void endsWhereSharesEnd() {
        assertEquals(0xffffff, BandImage.colour(-3));
        assertEquals(0x1a1a4a, BandImage.colour(7));
    }

    /** The picture and the page of a run show one sound in the same colours. */
    @Test
    void theStopsAreThoseOfThePage() throws Exception {
        String script = Files.readString(Path.of("src/main/resources/ganglion/report/page/js/palette.js"));
        String light = script.substring(script.indexOf("const SPECTRUM"));
        List<Integer> stops = Pattern.compile("#([0-9a-f]{6})")
                .matcher(light.substring(0, light.indexOf("dark:")))
                .results()
                .map(match -> Integer.parseInt(match.group(1), 16))
                .toList();

        assertEquals(9, stops.size());
        for (int i = 0; i < stops.size(); i++) {
            assertEquals(stops.get(i), BandImage.colour(i / 8.0), "stop " + i);
        }
    }

    private static double lightness(int colour) {
        return 0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff) + 0.0722 * (colour & 0xff);
    }
}
