package ganglion.learning.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
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

    private static AdamRule adamRule(AdamRule.Variant variant) {
        return new AdamRule(variant, RATE, 0.9, 0.999, 1e-8, DECAY, 0.004);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new SgdRule(RATE, 0, false, DECAY), sgd(0, false)),
                Arguments.of(new SgdRule(RATE, 0.9, false, DECAY), sgd(0.9, false)),
                Arguments.of(new SgdRule(RATE, 0.9, true, DECAY), sgd(0.9, true)),
                Arguments.of(adamRule(AdamRule.Variant.ADAM), adam(false)),
                Arguments.of(adamRule(AdamRule.Variant.ADAMW), adam(true)),
                Arguments.of(adamRule(AdamRule.Variant.NADAM), nadam()));
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
}
