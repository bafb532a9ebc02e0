package ganglion.learning.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.loss.Loss.BinaryCrossEntropyMeanMembrane;
import org.junit.jupiter.api.Test;

class BinaryCrossEntropyMeanMembraneTest {

    private static final double[][] POTENTIALS = {{0.5, -2, 3}, {1.5, 0, 1}};

    private static SampleOutput output(double[][] potentials, int label) {
        SampleOutput output = new SampleOutput(potentials.length, potentials[0].length);
        output.begin(label, 0);
        for (int t = 0; t < potentials.length; t++) {
            for (int c = 0; c < potentials[0].length; c++) {
                output.set(t, c, 0, potentials[t][c]);
            }
        }
        return output;
    }

    private static double loss(double[][] potentials, int label) {
        return new BinaryCrossEntropyMeanMembrane().evaluate(output(potentials, label));
    }

    @Test
    void isTheSumOfTheOutputsCrossEntropies() {
        double expected = Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(2));

        assertEquals(expected, loss(POTENTIALS, 0b001), 1e-12);
    }

    @Test
    void eachBitOfTheLabelIsAClass() {
        double[][] potentials = {{1, 2, 4}};
        double none = loss(potentials, 0b000);

        assertEquals(none - 1, loss(potentials, 0b001), 1e-12);
        assertEquals(none - 2, loss(potentials, 0b010), 1e-12);
        assertEquals(none - 4, loss(potentials, 0b100), 1e-12);
        assertEquals(none - 6, loss(potentials, 0b110), 1e-12);
    }

    @Test
    void farPotentialsDoNotOverflow() {
        double wrong = loss(new double[][] {{-900, 900}}, 0b01);

        assertEquals(1800, wrong, 1e-9);
        assertTrue(loss(new double[][] {{900, -900}}, 0b01) < 1e-9);
    }
}
