package ganglion.kernel.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.random.NormalQuantile.PortableLog;
import org.junit.jupiter.api.Test;

class PortableLogTest {

    private static final int SAMPLES = 200_000;

    private static void check(double x) {
        assertEquals(
                Double.doubleToRawLongBits(StrictMath.log(x)),
                Double.doubleToRawLongBits(PortableLog.of(x)),
                () -> "the logarithm of " + x);
    }

    @Test
    void hasTheBitsOfStrictMath() {
        CounterRandom random = new CounterRandom(5);
        for (int i = 0; i < SAMPLES; i++) {
            check(random.openUniform(i));
            check(random.openUniform(i) * 0.075);
            check(StrictMath.scalb(1 + random.uniform(i), i % 2046 - 1022));
        }
    }

    @Test
    void hasThemAroundPowersOfTwoAndTheirRoots() {
        for (int exponent = -60; exponent <= 3; exponent++) {
            for (double of : new double[] {1, Math.sqrt(2), 1.41419, 1.4143, 1.2}) {
                double x = StrictMath.scalb(of, exponent);
                check(x);
                check(Math.nextUp(x));
                check(Math.nextDown(x));
                check(x * (1 + 1e-7));
                check(x * (1 - 1e-7));
            }
        }
    }
}
