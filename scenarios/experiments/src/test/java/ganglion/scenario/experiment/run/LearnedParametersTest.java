package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedParametersTest {

    private static final Neurons LEARNED =
            Neurons.leaky(0.9).withSettings(Setting.fixed(1), Setting.learnedPerNeuron(0.9), Setting.fixed(1));

    private static Model model(Layer first) {
        return Model.create(LayerShape.of(3), List.of(first, LEARNED, new Dense(2, true), Neurons.integrator(0.95)), 1);
    }

    @Test
    void learnedDecaysAreDrawnInAscendingOrderAndFixedOnesAreNot() {
        Model model = model(new Gain(1, true));
        double[] decays = model.parameter(1, "beta").values();
        decays[0] = 0.99;
        decays[1] = 0.5;
        decays[2] = 0.7;

        List<Chart> charts = LearnedParameters.of(model, 0);

        assertEquals(2, charts.size(), "gains and one layer of neurons");
        assertEquals("beta", charts.get(1).curves().get(0).name());
        assertArrayEquals(
                new double[] {0.5, 0.7, 0.99}, charts.get(1).curves().get(0).y());
        assertArrayEquals(new double[] {0.99, 0.5, 0.7}, decays, "the model stays as it is");
    }

    @Test
    void inputsOfADenseLayerAreDrawnByTheirMeanMagnitude() {
        Model model = model(new Dense(2, true));
        double[] weights = {1, -2, 0, -3, 4, 0};
        System.arraycopy(weights, 0, model.parameter(0, "weight").values(), 0, 6);

        Chart inputs = LearnedParameters.of(model, 0).get(0);

        assertArrayEquals(new double[] {2, 3, 0}, inputs.curves().get(0).y(), 1e-12);
        assertArrayEquals(new double[] {1, 2, 3}, inputs.curves().get(0).x());
    }

    @Test
    void layersAreNumberedAsInTheTrainingThatHadAFrontEndBeforeThem() {
        Model model = model(new Gain(1, true));

        assertEquals(
                "Learned by the neurons of layer 1",
                LearnedParameters.of(model, 0).get(1).title());
        assertEquals(
                "Learned by the neurons of layer 3",
                LearnedParameters.of(model, 2).get(1).title());
    }
}
