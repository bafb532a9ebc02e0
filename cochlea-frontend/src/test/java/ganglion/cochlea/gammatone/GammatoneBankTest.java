package ganglion.cochlea.gammatone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.spectrum.BandStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammatoneBankTest {

    private static final int RATE_HERTZ = 16_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 14})
    void aToneAtTheCentreHasItsOwnPower(int band) {
        GammatoneBank bank = new GammatoneBank(16, 50, 6_000, RATE_HERTZ);

        double power = steadyPower(bank, band, bank.centresHertz()[band]);

        assertEquals(1, power, 0.01);
    }

    /** The rectangle of the same height and area under the power response is as wide as the auditory filter there. */
    @ParameterizedTest
    @CsvSource({"300", "1000", "3000"})
    void theBandwidthIsThatOfTheEar(double centreHertz) {
        double[] response = impulseResponse(centreHertz, 8_000);

        double energy = 0;
        double real = 0;
        double imaginary = 0;
        for (int k = 0; k < response.length; k++) {
            energy += response[k] * response[k];
            real += response[k] * Math.cos(2 * Math.PI * centreHertz * k / RATE_HERTZ);
            imaginary += response[k] * Math.sin(2 * Math.PI * centreHertz * k / RATE_HERTZ);
        }
        // Parseval: the area under |H|^2 from 0 Hz to half the rate is energy * rate / 2; the height is |H|^2 at the
        // centre.
        double bandwidthHertz = energy * RATE_HERTZ / 2 / (real * real + imaginary * imaginary);

        assertEquals(ErbScale.bandwidthHertz(centreHertz), bandwidthHertz, 0.02 * bandwidthHertz);
    }

    /** t^3 exp(-2 pi b t) cos(2 pi f t), compared in shape. */
    @Test
    void theImpulseResponseIsAGammatone() {
        double centreHertz = 1000;
        double[] response = impulseResponse(centreHertz, 800);
        double[] ideal = new double[800];
        double b = 1.019 * ErbScale.bandwidthHertz(centreHertz);
        for (int k = 0; k < ideal.length; k++) {
            // The cascade answers at once; its envelope is that of (k + 1)(k + 2)(k + 3), half way 1.5 samples later.
            double t = (k + 2.0) / RATE_HERTZ;
            ideal[k] =
                    t * t * t * Math.exp(-2 * Math.PI * b * t) * Math.cos(2 * Math.PI * centreHertz * k / RATE_HERTZ);
        }

        assertTrue(correlation(ideal, response) > 0.999, "correlation " + correlation(ideal, response));
    }

    @Test
    void hopsOfAnyLengthMeanTheSameSound() {
        GammatoneBank bank = new GammatoneBank(4, 100, 4_000, RATE_HERTZ);
        double[] signal = tone(440, 1_200);
        BandStream longer = bank.start(60, GammatoneBank.Output.POWER);
        BandStream shorter = bank.start(20, GammatoneBank.Output.POWER);
        double[] whole = new double[4];
        double[] part = new double[4];
        for (int hop = 0; hop < 20; hop++) {
            longer.next(signal, 60 * hop, whole, 0);
            double[] mean = new double[4];
            for (int third = 0; third < 3; third++) {
                shorter.next(signal, 60 * hop + 20 * third, part, 0);
                Arrays.setAll(mean, band -> mean[band] + part[band] / 3);
            }
            assertArrayEquals(whole, mean, 1e-9);
        }
    }

    @Test
    void filtersComeToRestInSilence() {
        BandStream stream = new GammatoneBank(8, 100, 4_000, RATE_HERTZ).start(800, GammatoneBank.Output.POWER);
        double[] powers = new double[8];
        stream.next(tone(440, 800), 0, powers, 0);
        double[] silence = new double[800];
        for (int hop = 0; hop < 100; hop++) {
            stream.next(silence, 0, powers, 0);
        }

        assertArrayEquals(new double[8], powers);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 8000", "4, -1, 8000", "4, 500, 500", "4, 0, 8001", "4, NaN, 8000"})
    void refusesRangesThatDoNotFit(int bands, double lowestHertz, double highestHertz) {
        assertThrows(
                IllegalArgumentException.class, () -> new GammatoneBank(bands, lowestHertz, highestHertz, RATE_HERTZ));
    }

    /** Power of a full-scale tone in the second half of a second. */
    private static double steadyPower(GammatoneBank bank, int band, double hertz) {
        BandStream stream = bank.start(8_000, GammatoneBank.Output.POWER);
        double[] signal = tone(hertz, 16_000);
        double[] powers = new double[bank.bands()];
        stream.next(signal, 0, powers, 0);
        stream.next(signal, 8_000, powers, 0);
        return powers[band];
    }

    /** Both half-waves, each as a hair cell passes it on, of a filter with the given centre. */
    private static double[] impulseResponse(double centreHertz, int length) {
        BandStream positive = stream(centreHertz);
        BandStream negative = stream(centreHertz);
        double[] response = new double[length];
        double[] half = new double[1];
        for (int k = 0; k < length; k++) {
            positive.next(new double[] {k == 0 ? 1 : 0}, 0, half, 0);
            response[k] = half[0];
            negative.next(new double[] {k == 0 ? -1 : 0}, 0, half, 0);
            response[k] -= half[0];
        }
        return response;
    }

    private static BandStream stream(double centreHertz) {
        return new GammatoneStream(
                new double[] {centreHertz}, RATE_HERTZ, 1, GammatoneBank.Output.HAIR_CELL, new double[] {1});
    }

    private static double[] tone(double hertz, int length) {
        double[] samples = new double[length];
        Arrays.setAll(samples, k -> Math.sin(2 * Math.PI * hertz * k / RATE_HERTZ));
        return samples;
    }

    private static double correlation(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return xy / Math.sqrt(xx * yy);
    }
}
