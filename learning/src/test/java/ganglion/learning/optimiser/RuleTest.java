package ganglion.learning.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static double[] step(DoubleOptimiser optimiser, double rate, double[] values, double... gradient) {
        optimiser.step(List.of(values), List.of(gradient), rate);
        return values;
    }

    @Test
    void nesterovLooksOneMomentumAhead() {
        DoubleOptimiser optimiser = new DoubleOptimiser(new SgdRule(0.1, 0.5, true, 0), 1);

        double[] values = {1};
        step(optimiser, 0.1, values, 2);
        assertEquals(1 - 0.1 * (2 + 0.5 * 2), values[0], 1e-15);
        step(optimiser, 0.1, values, 2);
        assertEquals(0.7 - 0.1 * (2 + 0.5 * 3), values[0], 1e-15);
    }

    @Test
    void weightDecayOfSgdIsAPenaltyOnTheSquare() {
        DoubleOptimiser optimiser = new DoubleOptimiser(new SgdRule(0.1, 0, false, 0.5), 2);

        assertArrayEquals(
                new double[] {1 - 0.1 * (3 + 0.5), -2 + 0.1 * 0.5 * 2},
                step(optimiser, 0.1, new double[] {1, -2}, 3, 0),
                1e-15);
    }

    @Test
    void fixedParametersAreLeftAlone() {
        DoubleOptimiser optimiser = new DoubleOptimiser(AdamRule.of(AdamRule.Variant.ADAMW, 0.01), 1, 1);
        double[] free = {1};
        double[] fixed = {1};

        optimiser.step(List.of(free, fixed), Arrays.asList(new double[] {1}, null), 0.01);

        assertEquals(0.99, free[0], 1e-9);
        assertEquals(1, fixed[0]);
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        String message = assertThrows(IllegalArgumentException.class, () -> new SgdRule(0, 0, false, 0))
                .getMessage();
        assertEquals("the learning rate is 0.0, expected more than 0", message);
        assertThrows(
                IllegalArgumentException.class, () -> new AdamRule(AdamRule.Variant.ADAM, 0.1, 1, 0.999, 1e-8, 0, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new AdamRule(AdamRule.Variant.ADAM, 0.1, 0.9, 0.999, 0, 0, 0));
    }
}
