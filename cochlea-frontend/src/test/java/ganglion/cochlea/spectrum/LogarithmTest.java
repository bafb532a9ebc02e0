package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.spectrum.Decibels.Logarithm;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogarithmTest {

    @Test
    void agreesWithTheLibraryOnNumbersOfAllSizes() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double x = Math.scalb(1 + random.nextDouble(), random.nextInt(-1022, 1024));
            assertEquals(
                    StrictMath.log10(x),
                    Logarithm.log10(x),
                    1e-15 + 4e-16 * Math.abs(StrictMath.log10(x)),
                    "log10 " + x);
        }
    }

    @Test
    void keepsItsDigitsNearOne() {
        for (int i = -1000; i <= 1000; i++) {
            double x = 1 + i * 1e-5;
            assertEquals(StrictMath.log10(x), Logarithm.log10(x), 1e-15, "log10 " + x);
        }
    }

    @Test
    void endsOfTheRange() {
        assertEquals(StrictMath.log10(Double.MIN_NORMAL), Logarithm.log10(Double.MIN_NORMAL), 1e-13);
        assertEquals(StrictMath.log10(Double.MAX_VALUE), Logarithm.log10(Double.MAX_VALUE), 1e-13);
    }
}
