package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.precision.Quantisation.ChipPrecision;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.io.InputStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * A network in Loihi's bits beside random networks whose neurons were Lava's PyLifModelBitAcc (lava-nc/lava b6822fb), called tick by tick with the summed
 * weights as input and a current that decays within its tick: every spike and every potential, those that saturate among them.
 */
class LoihiArithmeticTest {

    /** Lava counts potentials and biases in 64ths of a weight, decays in 4096ths. */
    private static final double FRACTION = 64;

    private static final double DECAY = 4096;

    private static double[] each(JsonNode numbers, ToDoubleFunction<JsonNode> value) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(value)
                .toArray();
    }

    private static SpikeRaster raster(JsonNode pairs, int neurons) {
        SpikeRaster.Builder raster = SpikeRaster.builder(neurons);
        pairs.forEach(pair -> raster.add(pair.get(0).asLong(), pair.get(1).asInt()));
        return raster.build();
    }

    /** @param weights a row for each target */
    private static Projection projection(String source, JsonNode weights) {
        SparseSynapses.Builder synapses = SparseSynapses.builder(weights.get(0).size(), weights.size());
        for (int from = 0; from < weights.get(0).size(); from++) {
            for (int to = 0; to < weights.size(); to++) {
                synapses.add(from, to, weights.get(to).get(from).asDouble(), 1);
            }
        }
        return new Projection(source, "out", synapses.build());
    }

    private static void agrees(JsonNode given, String where) throws Exception {
        int inputs = given.get("inputWeights").get(0).size();
        int neurons = given.get("decays").size();
        // Off the chip's grid by less than half of it.
        LifParameters parameters = new LifParameters(
                NeuronValues.each(each(given.get("decays"), decay -> (DECAY - decay.asDouble() - 0.3) / DECAY)),
                NeuronValues.each(each(given.get("thresholds"), JsonNode::asDouble)),
                true,
                Reset.TO_VALUE,
                false,
                NeuronValues.of(0),
                NeuronValues.of(0),
                NeuronValues.each(each(given.get("biases"), bias -> (bias.asDouble() + 0.3) / FRACTION)),
                NeuronValues.of(0),
                0);
        Network network = new Network(
                List.of(
                        new Population("in", inputs, new SpikeSource(raster(given.get("inputs"), inputs))),
                        new Population("out", neurons, new Lif(parameters))),
                List.of(projection("in", given.get("inputWeights")), projection("out", given.get("weights"))));
        ChipPrecision loihi =
                ChipPrecision.of(ProfileLibrary.find("loihi").cores().limits());

        QuantisedNetwork rounded = Quantisation.apply(network, loihi);
        Network onChip = rounded.network();
        SimulationResult run = SequentialSimulation.run(
                onChip, Partition.ofCoreSize(onChip, 4), given.get("ticks").asInt(), List.of("out"));

        assertEquals(1, rounded.populations().get(1).step(), where);
        assertEquals(raster(given.get("spikes"), neurons), run.spikes().get(1), where);
        for (int tick = 0; tick < given.get("ticks").asInt(); tick++) {
            for (int i = 0; i < neurons; i++) {
                double lava = given.get("potentials").get(tick).get(i).asDouble() / FRACTION;
                assertEquals(lava, run.membranes().get(0).at(tick, i), where + ", tick " + tick + ", neuron " + i);
            }
        }
    }

    @Test
    void everySpikeAndPotentialIsLavas() throws Exception {
        JsonNode networks;
        try (InputStream file =
                LoihiArithmeticTest.class.getResourceAsStream("/ganglion/hardware/lava/loihi-lif.json")) {
            networks = new ObjectMapper().readTree(file);
        }
        int spikes = 0;
        for (int n = 0; n < networks.size(); n++) {
            agrees(networks.get(n), "network " + n);
            spikes += networks.get(n).get("spikes").size();
        }
        assertTrue(spikes > 700, spikes + " spikes");
    }
}
