package ganglion.learning.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.SparseSynapses;
import ganglion.learning.RandomNetworks;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Setting;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCompilerTest {

    private static final int STEPS = 12;

    static Stream<List<Layer>> networks() {
        List<List<Layer>> networks = new ArrayList<>(RandomNetworks.layers());
        networks.add(List.of(
                new Dense(6, true),
                BatchNormalisation.of(1),
                Neurons.leaky(0.875),
                new Dense(3, true),
                Neurons.leaky(0.5)));
        return networks.stream();
    }

    private static Model model(List<Layer> layers) {
        Model model = RandomNetworks.model(layers, 3);
        model.allParameters().stream()
                .filter(parameter -> parameter.name().startsWith("running_")
                        || parameter.name().equals("bias"))
                .forEach(parameter -> {
                    for (int i = 0; i < parameter.size(); i++) {
                        parameter.values()[i] += 0.125 * (i % 3);
                    }
                });
        return model;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void networkFiresTheModelsSpikesForSpikesAndNumbers(List<Layer> layers) throws CompileException {
        Model model = model(layers);
        List<Sample> samples = new ArrayList<>(RandomNetworks.samples(6, STEPS, RandomNetworks::spikes, 1));
        samples.addAll(RandomNetworks.samples(6, STEPS, RandomNetworks::dense, 2));
        samples.addAll(RandomNetworks.samples(6, STEPS, RandomNetworks::constant, 3));

        CompiledModel compiled = ModelCompiler.compile(model);
        Verification verification = Verifier.verify(model, compiled, samples);

        boolean almost = !compiled.notes().isEmpty();
        assertTrue(verification.equal() || almost, verification.differences().toString());
        assertTrue(verification.spikes() > 100, "only " + verification.spikes() + " spikes compared");
    }

    @Test
    void verifierFindsASingleChangedWeight() throws CompileException {
        Model model = model(RandomNetworks.layers().get(0));
        CompiledModel compiled = ModelCompiler.compile(model);
        model.parameter(0, "weight").values()[5] += 1;

        Verification verification =
                Verifier.verify(model, compiled, RandomNetworks.samples(4, STEPS, RandomNetworks::spikes, 1));

        assertFalse(verification.equal());
        Verification.Difference first = verification.differences().get(0);
        assertEquals("layer-1", first.population());
        assertEquals(0, first.neuron(), "weight 5 leads to neuron 0");
        assertTrue(first.toString().contains("neuron 0 fires in the "), first.toString());
    }

    @Test
    void fewWeightsBecomeALongListOfSynapsesNoMatrix() throws CompileException {
        CompiledModel compiled = ModelCompiler.compile(
                model(RandomNetworks.layers().get(RandomNetworks.layers().size() - 1)));

        SparseSynapses oneToOne = assertInstanceOf(SparseSynapses.class, compiled.inputSynapses());
        assertEquals(RandomNetworks.INPUT.size(), oneToOne.count());
        assertEquals(STEPS + 3, compiled.ticks(STEPS));
    }

    @Test
    void namesTheLayerThatCannotBeCompiled() {
        Model delayed = Model.create(
                LayerShape.of(3),
                List.of(new Dense(2, true), new Dense(2, true, SynapseDelays.learned(4)), Neurons.leaky(0.5)),
                1);
        assertEquals(
                "layer 1: the simulator delays spikes only, so that delays must follow the input or a layer of neurons"
                        + " at once",
                assertThrows(CompileException.class, () -> ModelCompiler.compile(delayed))
                        .getMessage());

        Neurons negative = Neurons.leaky(0.9)
                .withSettings(Setting.fixed(1), Setting.fixed(0.9), Setting.learned(-0.5))
                .withReset(ResetRule.SUBTRACT, true);
        Model below = Model.create(LayerShape.of(2), List.of(negative), 0);
        assertEquals(
                "layer 0: a threshold is -0.5, but the simulator resets only neurons with a threshold above 0",
                assertThrows(CompileException.class, () -> ModelCompiler.compile(below))
                        .getMessage());
    }
}
