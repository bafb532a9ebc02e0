package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowersTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 0.99995, 1 - 1e-9, Powers.LARGEST_BASE, 1})
    void findsInItsTablesWhatItComputesWithoutThem(double base) {
        Powers powers = new Powers(base);

        for (long exponent = 0; exponent < 1L << 40; exponent += 1 + exponent / 50) {
            assertEquals(Powers.of(base, exponent), powers.at(exponent), "exponent " + exponent);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 0.99995, 1 - 1e-9, Powers.LARGEST_BASE})
    void neverRisesWithTheExponent(double base) {
        Powers powers = new Powers(base);

        for (long start : new long[] {0, 4_096, 8_192, 1 << 20, 5L << 30}) {
            for (long exponent = Math.max(1, start - 300); exponent < start + 300; exponent++) {
                assertTrue(powers.at(exponent) <= powers.at(exponent - 1), base + "^" + exponent);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 17, 4_095, 4_096, 4_097, 100_000, 3_000_000})
    void agreesWithThePower(long exponent) {
        double expected = StrictMath.pow(0.99995, exponent);

        assertEquals(expected, new Powers(0.99995).at(exponent), 1e-14 * expected);
    }
}
