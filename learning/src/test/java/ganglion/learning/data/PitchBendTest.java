package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PitchBendTest {

    private static double[] tone(double hertz) {
        double[] samples = new double[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.sin(2 * Math.PI * hertz * i / 16_000);
        }
        return samples;
    }

    private static double[] cents(double value) {
        double[] cents = new double[16_000];
        Arrays.fill(cents, value);
        return cents;
    }

    @Test
    void noChangeLeavesTheSoundAsItIs() {
        assertArrayEquals(tone(440), PitchBend.apply(tone(440), cents(0)));
    }

    @Test
    void anOctaveUpIsTwiceTheFrequencyAndHalfAsLong() {
        double[] bent = PitchBend.apply(tone(440), cents(1200));

        assertArrayEquals(Arrays.copyOf(tone(880), 7_990), Arrays.copyOf(bent, 7_990), 1e-6);
        assertEquals(0, bent[15_999]);
    }

    @Test
    void aFewCentsAreATone() {
        double[] expected = tone(440 * Math.pow(2, 10.0 / 1200));

        assertArrayEquals(
                Arrays.copyOf(expected, 15_000), Arrays.copyOf(PitchBend.apply(tone(440), cents(10)), 15_000), 1e-3);
    }
}
