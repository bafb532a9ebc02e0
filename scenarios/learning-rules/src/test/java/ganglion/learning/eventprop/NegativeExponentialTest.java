package ganglion.learning.eventprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.eventprop.ExponentialDynamics.NegativeExponential;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NegativeExponentialTest {

    @Test
    void exponentialsAreRightToSomeUnitsOfTheLastPlace() {
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double x = i % 2 == 0 ? random.nextDouble(0.1) : random.nextDouble(700);
            double expected = StrictMath.exp(-x);
            worst = Math.max(worst, Math.abs(NegativeExponential.of(x) - expected) / expected);
        }
        assertTrue(worst < 6e-16, "relative error " + worst);
    }

    @Test
    void endsAreExact() {
        assertEquals(1, NegativeExponential.of(0));
        assertEquals(0, NegativeExponential.of(1e6));
        assertEquals(0, NegativeExponential.of(Double.POSITIVE_INFINITY));
    }
}
