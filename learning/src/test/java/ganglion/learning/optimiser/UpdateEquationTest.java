package ganglion.learning.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.AdamaxRule;
import ganglion.learning.optimiser.Rule.RmspropRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each optimiser against its equations, written down a second time as its paper or PyTorch's documentation has them. */
class UpdateEquationTest {

    private static final double RATE = 0.05;
    private static final double DECAY = 0.01;
    private static final int STEPS = 12;

    /** One number on its way, with the gradient of the step. */
    private abstract static class Path {

        double p = 0.75;
        double m;
        double v;

        abstract void step(int t, double g);
    }

    private static Path sgd(double momentum, boolean nesterov) {
        return new Path() {
            @Override
            void step(int t, double gradient) {
                double g = gradient + DECAY * p;
                m = t == 1 ? g : momentum * m + g;
                p -= RATE * (nesterov ? g + momentum * m : m);
            }
        };
    }

    private static Path rmsprop(double smoothing, double epsilon) {
        return new Path() {
            @Override
            void step(int t, double gradient) {
                double g = gradient + DECAY * p;
                v = smoothing * v + (1 - smoothing) * g * g;
                p -= RATE * g / (Math.sqrt(v) + epsilon);
            }
        };
    }

    private static Path adam(boolean decoupled) {
        return new Path() {
            @Override
            void step(int t, double gradient) {
                double g = decoupled ? gradient : gradient + DECAY * p;
                p -= decoupled ? RATE * DECAY * p : 0;
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                double mHat = m / (1 - Math.pow(0.9, t));
                double vHat = v / (1 - Math.pow(0.999, t));
                p -= RATE * mHat / (Math.sqrt(vHat) + 1e-8);
            }
        };
    }

    /** Dozat's algorithm with PyTorch's momentum schedule. */
    private static Path nadam() {
        return new Path() {
            private double product = 1;

            @Override
            void step(int t, double gradient) {
                double g = gradient + DECAY * p;
                double mu = 0.9 * (1 - 0.5 * Math.pow(0.96, t * 0.004));
                double next = 0.9 * (1 - 0.5 * Math.pow(0.96, (t + 1) * 0.004));
                product *= mu;
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                double mHat = next * m / (1 - product * next) + (1 - mu) * g / (1 - product);
                p -= RATE * mHat / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
            }
        };
    }

    /** Liu et al., algorithm 2; the variance is trusted above a length of 5, as in PyTorch. */
    private static Path radam() {
        return new Path() {
            @Override
            void step(int t, double gradient) {
                double g = gradient + DECAY * p;
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                double mHat = m / (1 - Math.pow(0.9, t));
                double limit = 2 / (1 - 0.999) - 1;
                double power = Math.pow(0.999, t);
                double length = limit - 2 * t * power / (1 - power);
                if (length > 5) {
                    double r = Math.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
                    p -= RATE * mHat * r * Math.sqrt(1 - power) / (Math.sqrt(v) + 1e-8);
                } else {
                    p -= RATE * mHat;
                }
            }
        };
    }

    private static Path adamax() {
        return new Path() {
            @Override
            void step(int t, double gradient) {
                double g = gradient + DECAY * p;
                m = 0.9 * m + 0.1 * g;
                v = Math.max(0.999 * v, Math.abs(g) + 1e-8);
                p -= RATE / (1 - Math.pow(0.9, t)) * m / v;
            }
        };
    }

    private static AdamRule adamRule(AdamRule.Variant variant) {
        return new AdamRule(variant, RATE, 0.9, 0.999, 1e-8, DECAY, 0.004);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new SgdRule(RATE, 0, false, DECAY), sgd(0, false)),
                Arguments.of(new SgdRule(RATE, 0.9, false, DECAY), sgd(0.9, false)),
                Arguments.of(new SgdRule(RATE, 0.9, true, DECAY), sgd(0.9, true)),
                Arguments.of(new RmspropRule(RATE, 0.99, 1e-8, DECAY), rmsprop(0.99, 1e-8)),
                Arguments.of(adamRule(AdamRule.Variant.ADAM), adam(false)),
                Arguments.of(adamRule(AdamRule.Variant.ADAMW), adam(true)),
                Arguments.of(adamRule(AdamRule.Variant.NADAM), nadam()),
                Arguments.of(adamRule(AdamRule.Variant.RADAM), radam()),
                Arguments.of(new AdamaxRule(RATE, 0.9, 0.999, 1e-8, DECAY), adamax()));
    }

    private static double[] gradients() {
        return new Random(4).doubles(STEPS, -1, 1).toArray();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsItsEquations(Rule rule, Path expected) {
        double[] p = {0.75};
        DoubleOptimiser optimiser = new DoubleOptimiser(rule, 1);
        double[] gradients = gradients();
        for (int t = 1; t <= STEPS; t++) {
            optimiser.step(List.of(p), List.of(new double[] {gradients[t - 1]}), RATE);
            expected.step(t, gradients[t - 1]);

            assertEquals(expected.p, p[0], 1e-12, "step " + t);
        }
        assertEquals(STEPS, optimiser.step());
        assertEquals(RATE, rule.learningRate());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void singlePrecisionFollowsTheSamePath(Rule rule, Path expected) {
        float[][] p = {{0.75f, -1}};
        FloatOptimiser optimiser = new FloatOptimiser(rule, List.<float[][]>of(p));
        double[] gradients = gradients();
        for (int t = 1; t <= STEPS; t++) {
            optimiser.begin(RATE);
            optimiser.update(0, p, new float[][] {{(float) gradients[t - 1], 0}}, 0, 1);
            expected.step(t, gradients[t - 1]);
        }

        assertEquals(expected.p, p[0][0], 1e-5);
        assertTrue(p[0][1] > -1, "weight decay alone pulls towards zero");
        assertEquals(STEPS, optimiser.step());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheBottomOfABowl(Rule rule, Path unused) {
        double[] p = {3, -2};
        DoubleOptimiser optimiser = new DoubleOptimiser(rule, 2);
        for (int t = 0; t < 600; t++) {
            double[] gradient = {p[0] - 1, 4 * (p[1] - 0.5)};
            optimiser.step(List.of(p), List.of(gradient), RATE * (1 - t / 600.0));
        }

        // Weight decay pulls the bottom a little towards zero.
        assertEquals(1, p[0], 0.03);
        assertEquals(0.5, p[1], 0.03);
    }

    @Test
    void stateCanBeTakenOverByAnotherOptimiserOnly() {
        DoubleOptimiser one = new DoubleOptimiser(adamRule(AdamRule.Variant.ADAM), 2, 1);
        one.step(List.of(new double[2], new double[1]), List.of(new double[] {1, 2}, new double[] {3}), RATE);

        OptimiserState state = one.state();
        DoubleOptimiser other = new DoubleOptimiser(one.rule(), 2, 1);
        other.restore(state);

        assertEquals(1, other.step());
        assertArrayEquals(new double[] {0.1, 0.2}, other.state().first().get(0), 1e-15);
        assertArrayEquals(new double[] {0.009}, other.state().second().get(1), 1e-15);
        one.step(List.of(new double[2], new double[1]), List.of(new double[] {1, 2}, new double[] {3}), RATE);
        assertArrayEquals(new double[] {0.1, 0.2}, state.first().get(0), 1e-15, "a copy");
        assertThrows(IllegalArgumentException.class, () -> new DoubleOptimiser(one.rule(), 2, 2).restore(state));
        assertThrows(IllegalArgumentException.class, () -> new DoubleOptimiser(one.rule(), 2).restore(state));
    }

    @Test
    void schedulesScaleTheRate() {
        Schedule steps = new Schedule.Steps(2, 0.1);
        List<Double> factors = new ArrayList<>();
        for (int epoch = 0; epoch < 5; epoch++) {
            factors.add(steps.factor(epoch));
        }
        assertArrayEquals(
                new double[] {1, 1, 0.1, 0.1, 0.01},
                factors.stream().mapToDouble(f -> f).toArray(),
                1e-15);

        Schedule cosine = new Schedule.Cosine(10, 0.2);
        assertEquals(1, cosine.factor(0));
        assertEquals(0.6, cosine.factor(5), 1e-15);
        assertEquals(0.2, cosine.factor(10), 1e-15);
        assertEquals(0.2, cosine.factor(99), 1e-15);
        for (int epoch = 1; epoch <= 10; epoch++) {
            assertTrue(cosine.factor(epoch) < cosine.factor(epoch - 1));
        }

        Schedule warm = new Schedule.WarmUp(3, new Schedule.Constant());
        assertArrayEquals(
                new double[] {0.25, 0.5, 0.75, 1},
                new double[] {warm.factor(0), warm.factor(1), warm.factor(2), warm.factor(3)});
        assertEquals(1, new Schedule.WarmUp(3, cosine).factor(3), "what follows starts at its beginning");
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(1, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new Schedule.WarmUp(0, cosine));
    }

    @Test
    void clippingKeepsTheDirection() {
        List<double[]> gradients = new ArrayList<>(List.of(new double[] {3}, new double[] {0, 4}));
        gradients.add(null);

        assertEquals(5, GradientClip.norm(gradients), 1e-15);
        assertEquals(1, GradientClip.factor(5, 10));
        assertEquals(0.4, GradientClip.factor(5, 2), 1e-6);
        assertFalse(GradientClip.factor(0, 1) > 1);
    }
}
