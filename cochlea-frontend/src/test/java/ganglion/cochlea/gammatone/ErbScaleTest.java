package ganglion.cochlea.gammatone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErbScaleTest {

    /** Glasberg and Moore's formula, worked out by hand. */
    @ParameterizedTest
    @CsvSource({"0, 24.7", "100, 35.494", "1000, 132.639", "8000, 888.212"})
    void bandwidths(double hertz, double bandwidthHertz) {
        assertEquals(bandwidthHertz, ErbScale.bandwidthHertz(hertz), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 15.6214"})
    void numbers(double hertz, double number) {
        assertEquals(number, ErbScale.number(hertz), 1e-3);
    }

    @Test
    void numbersAndFrequenciesAreInverse() {
        for (double hertz = 0; hertz < 20_000; hertz += 371) {
            assertEquals(hertz, ErbScale.hertz(ErbScale.number(hertz)), 1e-9 * (hertz + 1));
        }
    }

    /** The number is the integral of 1 / bandwidth (to the rounding of the published constants). */
    @Test
    void numbersCountBandwidths() {
        for (double hertz = 50; hertz < 10_000; hertz *= 1.5) {
            double perHertz = ErbScale.number(hertz + 0.5) - ErbScale.number(hertz - 0.5);
            assertEquals(1 / ErbScale.bandwidthHertz(hertz), perHertz, 0.005 / ErbScale.bandwidthHertz(hertz));
        }
    }

    @Test
    void centresAreEvenlySpaced() {
        double[] centres = ErbScale.centresHertz(10, 0, 8_000);

        double width = ErbScale.number(8_000) / 10;
        for (int band = 0; band < 10; band++) {
            assertEquals((band + 0.5) * width, ErbScale.number(centres[band]), 1e-9);
        }
    }
}
