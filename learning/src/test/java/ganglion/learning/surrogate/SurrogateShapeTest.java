package ganglion.learning.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Surrogates against the smooth steps whose slopes they are, and at the points that their descriptions name. */
class SurrogateShapeTest {

    private static final double STEP = 1e-6;

    /** A surrogate, and the function that it is the derivative of. */
    static Stream<Arguments> primitives() {
        return Stream.of(
                primitive(new FastSigmoid(25), x -> x / (1 + 25 * Math.abs(x))),
                primitive(new FastSigmoid(2), x -> x / (1 + 2 * Math.abs(x))),
                primitive(new Sigmoid(4), x -> 1 / (1 + Math.exp(-4 * x))),
                primitive(new Sigmoid(0.5), x -> 1 / (1 + Math.exp(-0.5 * x))),
                primitive(new Exponential(5), x -> Math.signum(x) * (1 - Math.exp(-5 * Math.abs(x))) / 5),
                primitive(new ArcTangent(2), x -> Math.atan(Math.PI * x) / Math.PI),
                primitive(new ArcTangent(5), x -> Math.atan(Math.PI / 2 * 5 * x) / Math.PI),
                primitive(new StraightThrough(), x -> x));
    }

    private static Arguments primitive(Surrogate surrogate, DoubleUnaryOperator function) {
        return Arguments.of(surrogate, function);
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void isTheSlopeOfItsSmoothStep(Surrogate surrogate, DoubleUnaryOperator function) {
        for (double x = -3.02; x < 3; x += 0.07) {
            double slope = (function.applyAsDouble(x + STEP) - function.applyAsDouble(x - STEP)) / (2 * STEP);
            assertEquals(slope, surrogate.derivative(x), 1e-7 * (1 + slope), "at " + x);
        }
    }

    @Test
    void farFromTheThresholdNothingOverflows() {
        float[] x = {-1e30f, -1e4f, 1e4f, 1e30f};
        for (Surrogate surrogate : new Surrogate[] {new FastSigmoid(25), new Sigmoid(100), new ArcTangent(2)}) {
            float[] derivatives = new float[x.length];
            surrogate.derivatives(x, derivatives, x.length);
            for (int i = 0; i < x.length; i++) {
                assertEquals(0, derivatives[i], 1e-7f, surrogate + " at " + x[i]);
                assertEquals(0, surrogate.derivative(x[i]), 1e-7, surrogate + " at " + x[i]);
            }
        }
    }
}
