package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jtransforms.utils.CommonUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealTransformTest {

    /** X[k] = sum x[i] exp(-2 pi i k / n), packed as the Javadoc says. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 64, 74, 882})
    void agreesWithTheDefinition(int size) {
        double[] samples = noise(size);
        double[] expected = new double[size];
        for (int k = 0; k <= size / 2; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < size; i++) {
                double angle = -2 * Math.PI * ((long) i * k % size) / size;
                real += samples[i] * Math.cos(angle);
                imaginary += samples[i] * Math.sin(angle);
            }
            expected[k == size / 2 ? 1 : 2 * k] = real;
            if (k > 0 && k < size / 2) {
                expected[2 * k + 1] = imaginary;
            }
        }

        double[] transformed = samples.clone();
        new RealTransform(size).apply(transformed);

        assertArrayEquals(expected, transformed, 1e-12 * size);
    }

    /** The library would split long transforms over as many threads as there are processors. */
    @Test
    void transformsOfAnyLengthStayOnTheThreadOfTheCaller() {
        new RealTransform(2).apply(new double[2]);

        assertEquals(Integer.MAX_VALUE, CommonUtils.getThreadsBeginN_1D_FFT_2Threads());
        assertEquals(Integer.MAX_VALUE, CommonUtils.getThreadsBeginN_1D_FFT_4Threads());
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(length);
        double[] samples = new double[length];
        Arrays.setAll(samples, i -> random.nextDouble() - 0.5);
        return samples;
    }
}
