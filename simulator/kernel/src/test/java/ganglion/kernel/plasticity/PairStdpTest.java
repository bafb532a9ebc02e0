package ganglion.kernel.plasticity;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairStdpTest {

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
