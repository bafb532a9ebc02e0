package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.spectrum.Triangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandsChartTest {

    private static final List<Triangle> BEFORE = List.of(new Triangle(0, 500, 1000), new Triangle(500, 1000, 2000));
    private static final List<Triangle> AFTER = List.of(new Triangle(0, 250, 500), new Triangle(500, 1000, 2000));

    @Test
    void eachBandIsATriangleBeforeAndAfterWithItsFrequencies() {
        String picture = new BandsChart("ears <1>", BEFORE, AFTER).svg();

        assertEquals(4, picture.split("<polygon", -1).length - 1);
        assertTrue(picture.contains("<title>band 1 before: 500 Hz, from 0 to 1000 Hz</title>"), picture);
        assertTrue(picture.contains("<title>band 1 learned: 250 Hz, from 0 to 500 Hz</title>"), picture);
        assertTrue(picture.contains("ears &lt;1&gt;"), picture);
    }

    /** Slaney's scale is linear up to 1 kHz, where it has 15 of the 25.1 mels up to 2 kHz. */
    @Test
    void frequenciesLieOnTheMelScale() {
        String picture = new BandsChart("ears", BEFORE, AFTER).svg();

        assertTrue(picture.contains("points=\"20.0,196 283.1,46 546.3,196\""), picture);
        assertTrue(picture.contains("points=\"20.0,196 151.6,46 283.1,196\""), picture);
        assertTrue(picture.contains(">250</text>") && picture.contains(">1k</text>"), picture);
    }
}
