package ganglion.learning.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurrogateTest {

    static Stream<Surrogate> all() {
        return Stream.of(
                new FastSigmoid(25),
                new Sigmoid(25),
                new Sigmoid(100),
                new DoubleGaussian(0.5),
                new Exponential(5),
                new Exponential(40),
                new ArcTangent(2),
                new StraightThrough());
    }

    @Test
    void equalsTheTableOfSnnTorch() {
        int compared = 0;
        for (JsonNode row : SnnTorchVectors.read("surrogates")) {
            if (!SnnTorchVectors.hasSurrogate(row.get("surrogate"))) {
                continue;
            }
            Surrogate surrogate = SnnTorchVectors.surrogate(row.get("surrogate"));
            double[] x = SnnTorchVectors.numbers(row.get("x"));
            double[] expected = SnnTorchVectors.numbers(row.get("dspike_dx"));
            for (int i = 0; i < x.length; i++) {
                // Where snnTorch overflows to NaN the exact value is 0 to machine precision.
                double value = Double.isNaN(expected[i]) ? 0 : expected[i];
                assertEquals(value, surrogate.derivative(x[i]), 1e-12, surrogate + " at " + x[i]);
                compared++;
            }
        }
        assertEquals(8 * 21, compared);
    }

    @ParameterizedTest
    @MethodSource("all")
    void loopOverFloatsEqualsTheFormula(Surrogate surrogate) {
        int count = 4001;
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (i - count / 2) * 1e-3f;
        }
        float[] derivatives = new float[count + 1];
        derivatives[count] = 7;

        surrogate.derivatives(x, derivatives, count);

        for (int i = 0; i < count; i++) {
            double expected = surrogate.derivative(x[i]);
            assertEquals(expected, derivatives[i], 5e-5 * Math.abs(expected) + 1e-7, surrogate + " at " + x[i]);
        }
        assertEquals(7, derivatives[count], "nothing is written behind the last value");
    }

    /** Where the derivative is far below one, too, the error stays a share of it. */
    @Test
    void theLoopOfTheSigmoidIsExactRelativeToItsValue() {
        float[] x = new float[401];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 200) * 0.2f;
        }
        float[] derivatives = new float[x.length];

        new Sigmoid(1).derivatives(x, derivatives, x.length);

        for (int i = 0; i < x.length; i++) {
            double expected = new Sigmoid(1).derivative(x[i]);
            assertEquals(1, derivatives[i] / expected, 5e-5, "at " + x[i]);
        }
    }

    /** The sigmoid's tail is cut at the same place in both precisions. */
    @Test
    void theSigmoidIsZeroBeyondItsReach() {
        float[] derivatives = new float[4];

        new Sigmoid(100).derivatives(new float[] {0.4149f, 0.4151f, -0.4151f, -7}, derivatives, 4);

        assertEquals(1, derivatives[0] / new Sigmoid(100).derivative(0.4149f), 5e-5);
        assertTrue(derivatives[0] > 0);
        assertArrayEquals(new float[] {0, 0, 0}, Arrays.copyOfRange(derivatives, 1, 4));
        assertEquals(0, new Sigmoid(100).derivative(0.4151));
        assertEquals(0, new Sigmoid(100).derivative(-7));
    }

    @Test
    void refusesWhatMakesNoSense() {
        String message = assertThrows(IllegalArgumentException.class, () -> new FastSigmoid(0))
                .getMessage();
        assertEquals("the slope of a fast sigmoid is 0.0, expected more than 0", message);
        for (double steepness : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new FastSigmoid(steepness));
            assertThrows(IllegalArgumentException.class, () -> new Sigmoid(steepness));
            assertThrows(IllegalArgumentException.class, () -> new Exponential(steepness));
            assertThrows(IllegalArgumentException.class, () -> new DoubleGaussian(steepness));
            assertThrows(IllegalArgumentException.class, () -> new ArcTangent(steepness));
        }
    }
}
