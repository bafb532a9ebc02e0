package ganglion.kernel.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairStdpTest {

    private static PairStdp withExponents(double potentiation, double depression) {
        return new PairStdp(0.1, 1.5, potentiation, depression, 4, 200, 100);
    }

    @Test
    void changesWeightsByTheSameAmountWhenAdditive() {
        PairStdp rule = withExponents(0, 0);

        assertEquals(1 + 4 * 0.1 * 0.5, rule.potentiate(1, 0.5), 1e-15);
        assertEquals(3 + 4 * 0.1 * 0.5, rule.potentiate(3, 0.5), 1e-15);
        assertEquals(3 - 4 * 0.15 * 0.5, rule.depress(3, 0.5), 1e-15);
    }

    @Test
    void changesWeightsInProportionWhenMultiplicative() {
        PairStdp rule = withExponents(1, 1);

        assertEquals(1 + 0.1 * 3 * 0.5, rule.potentiate(1, 0.5), 1e-15);
        assertEquals(3 - 0.15 * 3 * 0.5, rule.depress(3, 0.5), 1e-15);
    }

    @Test
    void interpolatesWithOtherExponents() {
        PairStdp rule = withExponents(0.4, 0.4);

        assertEquals(1 + 4 * 0.1 * Math.pow(0.75, 0.4) * 0.5, rule.potentiate(1, 0.5), 1e-14);
        assertEquals(3 - 4 * 0.15 * Math.pow(0.75, 0.4) * 0.5, rule.depress(3, 0.5), 1e-14);
    }

    @Test
    void staysWithinTheBounds() {
        PairStdp rule = withExponents(0, 0);

        assertEquals(4, rule.potentiate(3.9, 10));
        assertEquals(0, rule.depress(0.1, 10));
    }

    @Test
    void refusesParametersOutOfRange() {
        assertRefused("learning rate", () -> new PairStdp(-1, 1, 1, 1, 1, 1, 1));
        assertRefused("depression", () -> new PairStdp(1, Double.NaN, 1, 1, 1, 1, 1));
        assertRefused("potentiation exponent", () -> new PairStdp(1, 1, -1, 1, 1, 1, 1));
        assertRefused("depression exponent", () -> new PairStdp(1, 1, 1, -1, 1, 1, 1));
        assertRefused("largest weight", () -> new PairStdp(1, 1, 1, 1, 0, 1, 1));
        assertRefused("of potentiation", () -> new PairStdp(1, 1, 1, 1, 1, 0, 1));
        assertRefused("of depression", () -> new PairStdp(1, 1, 1, 1, 1, 1, Double.POSITIVE_INFINITY));
    }

    private static void assertRefused(String parameter, Runnable construction) {
        String message =
                assertThrows(IllegalArgumentException.class, construction::run).getMessage();
        assertTrue(message.contains(parameter) && message.contains("expected"), message);
    }
}
