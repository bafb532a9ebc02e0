package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When spikes of a layer come back to it. */
class RecurrentInputTest {

    private static final SynapseDelays DELAYS = new SynapseDelays(4, 1, true, 0.5, 0.5, 1);

    /** Neuron 0 fires at step 1; neuron 1 has a synapse from it with the delay 2.4, that back to neuron 0 has a weight of 0. */
    private static double[] potentials(boolean training) {
        Neurons neurons = Neurons.leaky(0).withRecurrentDelays(DELAYS);
        List<Parameter> parameters = neurons.createParameters(LayerShape.of(2), new SplittableRandom(1));
        for (Parameter parameter : parameters) {
            if (parameter.name().equals("recurrent_weight")) {
                System.arraycopy(new double[] {0, 0, 0.5, 0}, 0, parameter.values(), 0, 4);
            } else if (parameter.name().equals("recurrent_bias")) {
                System.arraycopy(new double[2], 0, parameter.values(), 0, 2);
            } else if (parameter.name().equals("recurrent_delay")) {
                System.arraycopy(new double[] {0, 0, 2.4, 0}, 0, parameter.values(), 0, 4);
            }
        }
        NeuronLayer layer = new NeuronLayer(neurons, 2, new LayerParameters(parameters));
        Sequence input = Sequence.zeros(8, 1, 2);
        input.values()[input.row(1, 0)] = 2;
        layer.forward(input, training);
        double[] ofNeuronOne = new double[8];
        for (int t = 0; t < 8; t++) {
            ofNeuronOne[t] = layer.trace().membranes().at(t, 0, 1);
        }
        return ofNeuronOne;
    }

    @Test
    void afterTrainingASpikeArrivesOneStepAndTheRoundedDelayLater() {
        assertArrayEquals(new double[] {0, 0, 0, 0, 0.5, 0, 0, 0}, potentials(false));
    }

    @Test
    void whileTrainingItIsSpreadAroundThere() {
        double[] shares = new double[8];
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
            shares[1 + 1 + k] = Math.exp(-(k - 2.4) * (k - 2.4) / (2 * 0.25));
            sum += shares[1 + 1 + k];
        }
        for (int t = 0; t < 8; t++) {
            shares[t] *= 0.5 / sum;
        }

        assertArrayEquals(shares, potentials(true), 1e-12);
    }

    @Test
    void onlySynapsesFromAllToAllHaveDelays() {
        assertEquals(
                "found delays of recurrent synapses, expected recurrence from all to all",
                assertThrows(IllegalArgumentException.class, () -> Recurrence.NONE.check(DELAYS))
                        .getMessage());
    }
}
