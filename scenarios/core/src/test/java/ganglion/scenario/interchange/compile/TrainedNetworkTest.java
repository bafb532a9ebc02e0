package ganglion.scenario.interchange.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks trained with delayed resets, which NIR cannot say, fire the trainer's spikes as late as each layer is deep. */
class TrainedNetworkTest {

    private static double[] transposed(JsonNode rows) {
        int columns = rows.get(0).size();
        double[] values = new double[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                values[column * rows.size() + row] = rows.get(row).get(column).doubleValue();
            }
        }
        return values;
    }

    private static Lif layer(JsonNode net, String beta, double[] bias) {
        boolean subtract = net.get("reset").textValue().equals("subtract");
        double[] clamped = Arrays.stream(Reference.doubles(net.get(beta)))
                .map(value -> Math.max(0, Math.min(1, value)))
                .toArray();
        // The trainer's reset to zero takes away the whole potential of the next step, its input included.
        Reset reset =
                subtract ? Reset.BY_SUBTRACTION : beta.equals("beta1") ? Reset.TO_VALUE_LOSING_INPUT : Reset.TO_VALUE;
        return new Lif(LifParameters.of(NeuronValues.each(clamped), NeuronValues.of(1))
                .withStrictThreshold()
                .withReset(reset, true)
                .withBias(NeuronValues.each(bias)));
    }

    private static Network network(JsonNode net, SpikeRaster input) {
        double[] hiddenBias = Reference.doubles(net.get("b1"));
        List<Projection> projections = new ArrayList<>();
        int inputs = net.get("dims").get(0).intValue();
        int hidden = net.get("dims").get(1).intValue();
        int outputs = net.get("dims").get(2).intValue();
        projections.add(projection("input", "hidden", inputs, hidden, net.get("w1")));
        projections.add(projection("hidden", "out", hidden, outputs, net.get("w2")));
        if (net.has("w_rec")) {
            projections.add(projection("hidden", "hidden", hidden, hidden, net.get("w_rec")));
            double[] recurrentBias = Reference.doubles(net.get("b_rec"));
            Arrays.setAll(hiddenBias, i -> hiddenBias[i] + recurrentBias[i]);
        }
        return new Network(
                List.of(
                        new Population("input", inputs, new SpikeSource(input)),
                        new Population("hidden", hidden, layer(net, "beta1", hiddenBias), 1),
                        new Population("out", outputs, layer(net, "beta2", Reference.doubles(net.get("b2"))), 2)),
                projections);
    }

    private static Projection projection(String from, String to, int sources, int targets, JsonNode weights) {
        return new Projection(from, to, new DenseSynapses(sources, targets, transposed(weights), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff_subtract_delay", "rec_zero_delay"})
    void firesTheTrainersSpikes(String name) {
        JsonNode net = Reference.json("compiled/" + name + ".json");
        int steps = net.get("T").intValue();
        for (JsonNode sample : net.get("samples")) {
            SpikeRaster input = Reference.raster(
                    sample.get("input_events"), net.get("dims").get(0).intValue());
            Network network = network(net, input);

            SimulationResult result =
                    SequentialSimulation.run(network, Partition.ofCoreSize(network, 7), steps + 2, List.of("out"));

            assertEquals(
                    late(sample.get("hidden_events"), result, "hidden", 1, steps), during(result, "hidden", 1, steps));
            assertEquals(late(sample.get("output_events"), result, "out", 2, steps), during(result, "out", 2, steps));
            MembraneTrace out = result.membranes().get(0);
            double[] last = Reference.doubles(sample.get("output_mem_last"));
            for (int neuron = 0; neuron < last.length; neuron++) {
                assertEquals(last[neuron], out.at(steps - 1 + 2, neuron), 1e-9);
            }
        }
    }

    private static SpikeRaster late(JsonNode events, SimulationResult result, String layer, int ticks, int steps) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(result.spikesOf(layer).neuronCount());
        for (JsonNode event : events) {
            spikes.add(event.get(0).longValue() + ticks, event.get(1).intValue());
        }
        return spikes.build();
    }

    private static SpikeRaster during(SimulationResult result, String layer, int ticks, int steps) {
        return result.spikesOf(layer).between(0, steps + ticks);
    }
}
