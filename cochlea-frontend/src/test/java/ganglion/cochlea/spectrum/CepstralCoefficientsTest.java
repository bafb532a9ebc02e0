package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CepstralCoefficientsTest {

    /** The definition, term by term, for even and odd numbers of bands and all remainders of the groups. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "7, 7", "8, 3", "16, 9", "40, 13", "41, 20", "64, 21", "128, 40"})
    void isTheCosineTransform(int bands, int coefficients) {
        double[] levels = noise(bands + 3);
        double[] cepstrum = new double[coefficients + 2];

        new CepstralCoefficients(bands, coefficients).apply(levels, 3, cepstrum, 1);

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

    @ParameterizedTest
    @CsvSource({"10, 0", "10, 11"})
    void refusesNumbersOutOfRange(int bands, int coefficients) {
        assertThrows(IllegalArgumentException.class, () -> new CepstralCoefficients(bands, coefficients));
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(12);
        double[] noise = new double[length];
        Arrays.setAll(noise, i -> random.nextDouble() - 0.5);
        return noise;
    }
}
