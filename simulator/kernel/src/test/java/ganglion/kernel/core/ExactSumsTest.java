package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumsTest {

    private static boolean areExact(double... weights) {
        ExactSums sums = new ExactSums(1);
        for (double weight : weights) {
            sums.add(weight, 0);
        }
        return sums.areExact();
    }

    @Test
    void findsTheLastBitOfAnyNumber() {
        assertEquals(0, ExactSums.exponentOfLastBit(1));
        assertEquals(-1, ExactSums.exponentOfLastBit(-1.5));
        assertEquals(3, ExactSums.exponentOfLastBit(24));
        assertEquals(-27, ExactSums.exponentOfLastBit(0.1f));
        assertEquals(-55, ExactSums.exponentOfLastBit(0.1));
        assertEquals(971, ExactSums.exponentOfLastBit(Double.MAX_VALUE));
        assertEquals(-1022, ExactSums.exponentOfLastBit(Double.MIN_NORMAL));
        assertEquals(-1074, ExactSums.exponentOfLastBit(Double.MIN_VALUE));
        assertEquals(-1073, ExactSums.exponentOfLastBit(6 * Double.MIN_VALUE));
    }

    @Test
    void acceptsWeightsOfLikeMagnitudeAndRefusesOthers() {
        assertTrue(areExact());
        assertTrue(areExact(0, -0.0));
        assertTrue(areExact(0.1f, -0.7f, 100));
        assertTrue(areExact(1, 0x1p50));
        assertTrue(areExact(1, 0x1p52 - 1));
        assertFalse(areExact(1, 0x1p53));
        assertFalse(areExact(0.1f, 1e9f));
        assertFalse(areExact(0.1, 0.2, 0.3));
        assertTrue(areExact(Double.MIN_VALUE, 3 * Double.MIN_VALUE));
        assertTrue(areExact(0x1p1000, -0x1p1001));
        assertFalse(areExact(Double.MAX_VALUE, Double.MAX_VALUE));
    }

    @Test
    void adjustsToTheNeuronThatReceivesMost() {
        ExactSums sums = new ExactSums(2);
        sums.add(1, 0);
        sums.add(0x1p51, 1);
        assertTrue(sums.areExact());

        sums.add(0x1p51, 1);
        sums.add(0x1p51, 1);

        assertFalse(sums.areExact());
    }

    @Test
    void promisesTheSameBitsInAnyOrder() {
        Random random = new Random(1);
        int exact = 0;
        for (int i = 0; i < 2_000; i++) {
            List<Double> weights = new ArrayList<>();
            int smallest = -random.nextInt(20);
            for (int k = 0; k < 30; k++) {
                double weight = Math.scalb((float) random.nextGaussian(), smallest + random.nextInt(25));
                weights.add(random.nextInt(8) == 0 ? -0.0 : weight);
            }
            if (areExact(weights.stream().mapToDouble(Double::doubleValue).toArray())) {
                exact++;
                double sum = sum(weights);
                Collections.shuffle(weights, random);
                assertEquals(Double.doubleToRawLongBits(sum), Double.doubleToRawLongBits(sum(weights)));
            }
        }
        assertTrue(exact > 100 && exact < 1_900, "exact: " + exact);
    }

    private static double sum(List<Double> weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
