package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CepstralCoefficientsTest {

    /** The definition, term by term, for even and odd numbers of bands and all remainders of the groups. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "7, 7", "8, 3", "16, 9", "40, 13", "41, 20", "64, 21", "128, 40"})
    void isTheCosineTransform(int bands, int coefficients) {
        double[] levels = noise(bands + 3);
        double[] cepstrum = new double[coefficients + 2];

        new CepstralCoefficients(bands, coefficients, 0).apply(levels, 3, cepstrum, 1);

        assertEquals(0, cepstrum[0]);
        assertEquals(0, cepstrum[coefficients + 1]);
        for (int k = 0; k < coefficients; k++) {
            double sum = 0;
            for (int n = 0; n < bands; n++) {
                sum += levels[3 + n] * Math.cos(Math.PI * k * (2 * n + 1) / (2 * bands));
            }
            double expected = sum * Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            assertEquals(expected, cepstrum[1 + k], 1e-12, "coefficient " + k);
        }
    }

    /** The lifter of HTK and librosa: coefficient k, counted from 1, is multiplied by 1 + L/2 sin(pi k / L). */
    @ParameterizedTest
    @ValueSource(doubles = {22, 7.5, 1})
    void areWeightedByTheSineOfALifter(double lifter) {
        double[] levels = noise(20);
        double[] plain = new double[13];
        double[] liftered = new double[13];

        new CepstralCoefficients(20, 13, 0).apply(levels, 0, plain, 0);
        new CepstralCoefficients(20, 13, lifter).apply(levels, 0, liftered, 0);

        for (int k = 1; k <= 13; k++) {
            double expected = plain[k - 1] * (1 + lifter / 2 * Math.sin(Math.PI * k / lifter));
            assertEquals(expected, liftered[k - 1], 1e-12, "coefficient " + k);
        }
    }

    @Test
    void allOfThemKeepTheEnergy() {
        double[] levels = noise(24);
        double[] cepstrum = new double[24];

        new CepstralCoefficients(24, 24, 0).apply(levels, 0, cepstrum, 0);

        assertEquals(energy(levels), energy(cepstrum), 1e-12);
    }

    @Test
    void areLinear() {
        CepstralCoefficients transform = new CepstralCoefficients(20, 13, 22);
        double[] first = noise(20);
        double[] second = first.clone();
        Arrays.setAll(second, i -> second[19 - i / 2]);
        double[] both = new double[20];
        Arrays.setAll(both, i -> 2 * first[i] - 3 * second[i]);

        double[] a = new double[13];
        double[] b = new double[13];
        double[] c = new double[13];
        transform.apply(first, 0, a, 0);
        transform.apply(second, 0, b, 0);
        transform.apply(both, 0, c, 0);

        Arrays.setAll(a, k -> 2 * a[k] - 3 * b[k]);
        assertArrayEquals(a, c, 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0", "10, 11, 0", "10, 5, -1", "10, 5, NaN"})
    void refusesNumbersOutOfRange(int bands, int coefficients, double lifter) {
        assertThrows(IllegalArgumentException.class, () -> new CepstralCoefficients(bands, coefficients, lifter));
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(12);
        double[] noise = new double[length];
        Arrays.setAll(noise, i -> random.nextDouble() - 0.5);
        return noise;
    }

    private static double energy(double[] values) {
        return Arrays.stream(values).map(x -> x * x).sum();
    }
}
