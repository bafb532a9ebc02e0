package ganglion.cochlea.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({
        "44100, 16000",
        "48000, 16000",
        "192000, 16000",
        "22050, 16000",
        "8000, 16000",
        "11025, 16000",
        "16000, 44100",
        "191999, 16000",
        "16001, 16000",
        "15999.5, 16000",
        "1000000, 8000"
    })
    void keepsTonesOfThePassBandWhereTheyWere(double from, double to) {
        double lower = Math.min(from, to) / 2;
        for (double share : new double[] {0.01, 0.3, 0.7, 0.9}) {
            double hertz = share * lower;
            double[] output = new Resampler(from, to).resample(tone(hertz, from, 0.06));

            assertEquals(0, worstError(output, hertz, to), 2e-5, hertz + " Hz");
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 16000", "48000, 16000", "192000, 16000", "22050, 16000", "191999, 16000", "16001, 16000"})
    void rejectsTonesThatWouldAliasBy90Decibels(double from, double to) {
        Resampler resampler = new Resampler(from, to);
        for (double share : new double[] {0, 0.05, 0.3, 0.6, 0.95}) {
            double hertz = to / 2 + 1 + share * (from / 2 - to / 2 - 1);
            double[] output = resampler.resample(tone(hertz, from, 0.06));

            assertTrue(peakInside(output) < Math.pow(10, -90 / 20.0), hertz + " Hz: " + peakInside(output));
        }
    }

    @Test
    void keepsTheDuration() {
        assertEquals(16_000, new Resampler(44_100, 16_000).resample(new double[44_100]).length);
        assertEquals(1, new Resampler(44_100, 16_000).resample(new double[1]).length);
        assertEquals(0, new Resampler(44_100, 16_000).resample(new double[0]).length);
    }

    @Test
    void copiesWhenTheRatesAreEqual() {
        double[] input = {1, 2, 3};

        double[] output = new Resampler(16_000, 16_000).resample(input);

        assertArrayEquals(input, output);
        output[0] = 9;
        assertEquals(1, input[0]);
    }

    @Test
    void refusesRatesBeyondReason() {
        assertThrows(IllegalArgumentException.class, () -> new Resampler(0, 16_000));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(16_000, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(4e9, 16_000));
    }

    private static double[] tone(double hertz, double rateHertz, double seconds) {
        double[] samples = new double[(int) (seconds * rateHertz)];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = Math.sin(2 * Math.PI * hertz * k / rateHertz);
        }
        return samples;
    }

    /** Largest difference from the ideal tone in the middle third, away from the onsets at both ends. */
    private static double worstError(double[] output, double hertz, double rateHertz) {
        double worst = 0;
        for (int k = output.length / 3; k < 2 * output.length / 3; k++) {
            worst = Math.max(worst, Math.abs(output[k] - Math.sin(2 * Math.PI * hertz * k / rateHertz)));
        }
        return worst;
    }

    private static double peakInside(double[] output) {
        double peak = 0;
        for (int k = output.length / 3; k < 2 * output.length / 3; k++) {
            peak = Math.max(peak, Math.abs(output[k]));
        }
        return peak;
    }
}
