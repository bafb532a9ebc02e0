package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
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
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network written as files and run as a scenario fires as the same network built by hand. */
class RandomScenarioTest {

    private static final int SOURCES = 5;
    private static final int HIDDEN = 8;
    private static final int TICKS = 200;

    @TempDir
    private Path folder;

    private final StringBuilder spikeList = new StringBuilder("tick,neuron\n");
    private final StringBuilder matrix = new StringBuilder();
    private final StringBuilder edges = new StringBuilder("source,target,weight,delay\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void firesAsTheSameNetworkBuiltByHand(long seed) throws Exception {
        Network byHand = network(new Random(seed));
        SimulationResult expected =
                SequentialSimulation.run(byHand, Partition.ofCoreSize(byHand, 64), TICKS, List.of());

        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(write(), ScenarioOverrides.NONE), new RunSettings(3, 2), RunProgress.NONE);

        assertTrue(expected.spikesOf("hidden").size() > 20, "the network is silent, seed " + seed);
        assertEquals(expected.spikes(), run.result().spikes(), "seed " + seed);
    }

    /** Builds a network, and notes in the three texts what the files must say. */
    private Network network(Random random) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(SOURCES);
        for (int tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; neuron < SOURCES; neuron++) {
                if (random.nextInt(6) == 0) {
                    spikes.add(tick, neuron);
                    spikeList.append(tick).append(',').append(neuron).append('\n');
                }
            }
        }
        double[] weights = new double[SOURCES * HIDDEN];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextGaussian();
            matrix.append(weights[i]).append(i % HIDDEN == HIDDEN - 1 ? '\n' : ',');
        }
        SparseSynapses.Builder recurrent = SparseSynapses.builder(HIDDEN, HIDDEN);
        for (int i = 0; i < 30; i++) {
            int source = random.nextInt(HIDDEN);
            int target = random.nextInt(HIDDEN);
            double weight = random.nextGaussian() / 2;
            int delayTicks = 1 + random.nextInt(9);
            recurrent.add(source, target, weight, delayTicks);
            edges.append(Stream.of(source, target, weight, delayTicks)
                            .map(String::valueOf)
                            .toList()
                            .toString()
                            .replaceAll("[\\[\\] ]", ""))
                    .append('\n');
        }
        LifParameters parameters = LifParameters.of(NeuronValues.of(0.875), NeuronValues.of(1))
                .withReset(Reset.BY_SUBTRACTION, false)
                .withRefractoryTicks(2);
        return new Network(
                List.of(
                        new Population("taps", SOURCES, new SpikeSource(spikes.build())),
                        new Population("hidden", HIDDEN, new Lif(parameters))),
                List.of(
                        new Projection("taps", "hidden", new DenseSynapses(SOURCES, HIDDEN, weights, 3)),
                        new Projection("hidden", "hidden", recurrent.build())));
    }

    private Path write() throws IOException {
        Files.writeString(folder.resolve("spikes.csv"), spikeList);
        Files.writeString(folder.resolve("matrix.csv"), matrix);
        Files.writeString(folder.resolve("edges.csv"), edges);
        return Files.writeString(folder.resolve("s.yaml"), """
                scenario: random
                clock: {tick: 0.5 ms, duration: 100 ms}
                inputs: [{name: taps, spikes: spikes.csv, size: 5}]
                network:
                  populations:
                    - name: hidden
                      size: 8
                      model: lif
                      parameters: {beta: 0.875, threshold: 1, reset: subtract, refractory: 1 ms}
                  projections:
                    - {from: taps, to: hidden, weights: matrix.csv, delay: 1.5 ms}
                    - {from: hidden, to: hidden, connectivity: edges.csv}
                """);
    }
}
