package ganglion.learning.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Setting;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that snnTorch trained fire the events that snnTorch says, in the simulator and in the learner. */
class CompiledReferenceTest {

    private static final double MEMBRANE = 1e-9;

    private static JsonNode read(String name) {
        return SnnTorchVectors.read("/ganglion/learning/compiled/", name);
    }

    private static Model model(JsonNode document) {
        boolean recurrent = document.get("recurrent").booleanValue();
        ResetRule reset = recurrent ? ResetRule.ZERO : ResetRule.SUBTRACT;
        Neurons neurons = Neurons.leaky(0.9)
                .withSettings(Setting.fixed(1), Setting.learnedPerNeuron(0.9), Setting.fixed(1))
                .withReset(reset, true);
        int[] sizes = {
            document.get("dims").get(0).intValue(),
            document.get("dims").get(1).intValue(),
            document.get("dims").get(2).intValue()
        };
        List<Layer> layers = List.of(
                new Dense(sizes[1], true),
                recurrent ? neurons.withRecurrence(Recurrence.ALL_TO_ALL) : neurons,
                new Dense(sizes[2], true),
                neurons);
        Model model = Model.create(LayerShape.of(sizes[0]), layers, 0);
        fill(model, 0, "weight", document.get("w1"));
        fill(model, 0, "bias", document.get("b1"));
        fill(model, 1, "beta", document.get("beta1"));
        fill(model, 2, "weight", document.get("w2"));
        fill(model, 2, "bias", document.get("b2"));
        fill(model, 3, "beta", document.get("beta2"));
        if (recurrent) {
            fill(model, 1, "recurrent_weight", document.get("w_rec"));
            fill(model, 1, "recurrent_bias", document.get("b_rec"));
        }
        return model;
    }

    private static void fill(Model model, int layer, String name, JsonNode values) {
        double[] numbers = SnnTorchVectors.numbers(values);
        double[] to = model.parameter(layer, name).values();
        assertEquals(to.length, numbers.length, name);
        System.arraycopy(numbers, 0, to, 0, to.length);
    }

    private static SpikeRaster raster(JsonNode events, int neurons, int delay) {
        SpikeRaster.Builder builder = SpikeRaster.builder(neurons);
        events.forEach(event ->
                builder.add(event.get(0).intValue() + delay, event.get(1).intValue()));
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff_subtract_delay", "rec_zero_delay"})
    void simulatorFiresEveryEventOfTheTrainedNetwork(String name) throws CompileException {
        JsonNode document = read(name);
        Model model = model(document);
        CompiledModel compiled = ModelCompiler.compile(model);
        int steps = document.get("T").intValue();
        int events = 0;
        for (JsonNode sample : document.get("samples")) {
            Network network = compiled.network(
                    raster(sample.get("input_events"), model.input().size(), 0));
            SimulationResult result = SequentialSimulation.run(
                    network, Partition.whole(network), compiled.ticks(steps), List.of("output"));

            SpikeRaster hidden =
                    raster(sample.get("hidden_events"), model.outputShape(1).size(), 1);
            SpikeRaster output = raster(sample.get("output_events"), model.outputs(), 2);
            assertEquals(hidden, result.spikesOf("layer-1").between(0, steps + 1));
            assertEquals(output, result.spikesOf("output").between(0, steps + 2));
            assertLastMembranes(sample, result.membranes().get(0));
            events += hidden.size() + output.size();
        }
        assertTrue(events > 100, "only " + events + " events");
    }

    private static void assertLastMembranes(JsonNode sample, MembraneTrace trace) {
        double[] expected = SnnTorchVectors.numbers(sample.get("output_mem_last"));
        double[] potentials = trace.potentials();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], potentials[potentials.length - expected.length + i], MEMBRANE);
        }
    }
}
