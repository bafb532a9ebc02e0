package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.BinaryCrossEntropyMeanMembrane;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.train.DetectionThreshold.ShiftedReadOut;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftedReadOutTest {

    private static final int STEPS = 12;

    private static double[] scores(Model model) {
        float[][] rows = new float[STEPS][2];
        for (int t = 0; t < STEPS; t++) {
            rows[t][0] = (float) Math.sin(t);
            rows[t][1] = 1;
        }
        Sample sample = new Sample(new DenseInput(rows), 0);
        return new ReferenceNetwork(model)
                .evaluate(
                        List.of(sample),
                        new EvaluationStep(new BinaryCrossEntropyMeanMembrane(), ReadOut.MEAN_MEMBRANE))
                .scores()[0];
    }

    @Test
    void scoresAreLessByTheThreshold() {
        for (double decay : new double[] {0, 0.9, 1}) {
            Model model = Model.create(
                    LayerShape.of(2),
                    List.of(new Dense(4, true), Neurons.leaky(0.8), new Dense(3, true), Neurons.integrator(decay)),
                    5);
            double[] before = scores(model);

            Model shifted = ShiftedReadOut.of(model, new double[] {1.5, 1.5, -2}, STEPS);

            double[] after = scores(shifted);
            for (int c = 0; c < 3; c++) {
                assertEquals(before[c] - (c < 2 ? 1.5 : -2), after[c], 1e-5, "decay " + decay);
            }
            assertEquals(before[0], scores(model)[0], "the model itself is not changed");
        }
    }

    @Test
    void onlyADenseLayerWithABiasBeforeIntegratorsSuits() {
        assertTrue(ShiftedReadOut.suits(List.of(new Dense(3, true), Neurons.integrator(0.5))));
        assertFalse(ShiftedReadOut.suits(List.of(new Dense(3, false), Neurons.integrator(0.5))));
        assertFalse(ShiftedReadOut.suits(List.of(new Dense(3, true), Neurons.leaky(0.5))));
        assertFalse(ShiftedReadOut.suits(List.of(new Dense(3, true), new Dropout(0.1), Neurons.integrator(0.5))));
        assertFalse(ShiftedReadOut.suits(List.of(Neurons.integrator(0.5))));
    }
}
