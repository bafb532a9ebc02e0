package ganglion.learning.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.Synapses;
import ganglion.learning.RandomNetworks;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Delays of each synapse become those of the kernel's synapses. */
class SynapseDelayTest {

    private static final SynapseDelays DELAYS = new SynapseDelays(6, 2, true, 2, 0.5, 0.5);

    /** Weights 1, 2, 3, ... and delays of 0, 0.5, 1, ... steps, in the order of the model. */
    private static void number(Model model, int layer, String weights, String delays) {
        double[] weight = model.parameter(layer, weights).values();
        double[] delay = model.parameter(layer, delays).values();
        for (int k = 0; k < weight.length; k++) {
            weight[k] = k + 1;
            delay[k] = k / 4.0;
        }
    }

    private static void assertNumbered(Synapses synapses, int sources, int targets) {
        for (int target = 0; target < targets; target++) {
            for (int source = 0; source < sources; source++) {
                int k = target * sources + source;
                assertEquals(1 + (k + 1) / 2, synapses.delayTicks(source, target), "delay " + k);
            }
        }
        assertEquals(sources * targets, synapses.count());
    }

    @Test
    void eachSynapseTakesOneTickMoreThanItsRoundedDelay() throws CompileException {
        Model model = Model.create(LayerShape.of(3), List.of(new Dense(2, true, DELAYS), Neurons.leaky(0.5)), 1);
        number(model, 0, "weight", "delay");

        assertNumbered(ModelCompiler.compile(model).inputSynapses(), 3, 2);
    }

    /** Batch normalisation and weights behind the delays: each way through has its own delay. */
    @Test
    void layersBehindTheDelaysKeepTheSpikes() throws CompileException {
        List<Layer> layers = List.of(
                new Dense(5, true, DELAYS),
                BatchNormalisation.of(1),
                new Dense(8, true),
                Neurons.leaky(0.875),
                new Dense(4, false, DELAYS),
                new Dense(RandomNetworks.CLASSES, true),
                Neurons.leaky(0.5));
        Model model = RandomNetworks.model(layers, 4);
        List<Sample> samples = RandomNetworks.samples(10, 20, RandomNetworks::spikes, 2);

        Verification verification = Verifier.verify(model, ModelCompiler.compile(model), samples);

        assertTrue(verification.equal(), () -> verification.differences().toString());
        assertTrue(verification.spikes() > 100, "spikes: " + verification.spikes());
    }
}
