package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.SynapseSummary;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a scenario's network, as places build them that each host some of its neurons. */
class SlicedBindingTest {

    private static final int SIZE = 12;

    private static final Map<String, Integer> SIZES = Map.of("taps", 4, "ear", 2, "out", SIZE, "next", SIZE);

    @TempDir
    private Path folder;

    private Scenario scenario;

    /** A projection by every kind of connectivity, with every source of weights. */
    @BeforeEach
    void write() throws IOException, InputException {
        Files.writeString(folder.resolve("taps.csv"), "time,neuron\n0.003,1\n0.001,0\n");
        Files.createFile(folder.resolve("sound.wav"));
        Files.writeString(folder.resolve("matrix.csv"), numbers(4, SIZE));
        Files.writeString(folder.resolve("column.csv"), numbers(SIZE, 1));
        Files.writeString(folder.resolve("kernel.csv"), numbers(2, 3));
        Files.writeString(
                folder.resolve("edges.csv"),
                "source,target,weight,delay\n"
                        + IntStream.range(0, 60)
                                .mapToObj(i -> i % 7 + "," + i * i % SIZE + "," + i * 0.1 + "," + (1 + i % 3) + " ms")
                                .collect(Collectors.joining("\n")));
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: slices
            clock: {tick: 1 ms, duration: 10 ms}
            inputs:
              - {name: taps, spikes: taps.csv, size: 4}
              - name: ear
                audio: sound.wav
                frontend: {sample-rate: 16 kHz, hop: 1 ms, mel-bands: 2}
                encoder: {currents: {}}
            network:
              populations:
                - {name: out, size: 12, model: lif, parameters: {beta: 0.5}}
                - {name: next, size: 12, model: lif, parameters: {beta: 0.5}}
              projections:
                - {from: taps, to: out, weights: 0.5}
                - {from: taps, to: out, weights: matrix.csv, delay: 2 ms}
                - {from: ear, to: out, weights: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]]}
                - {from: out, to: next, connectivity: one-to-one, weights: column.csv}
                - {from: out, to: next, connectivity: edges.csv}
                - {from: out, to: next, connectivity: {rule: convolution, input: [1, 12], channels: 2, kernel: [3], stride: 2, padding: 1}, weights: kernel.csv}
                - {from: out, to: out, connectivity: {rule: all-to-all, autapses: false}, weights: 0.25}
                - {from: next, to: out, connectivity: {rule: bernoulli, probability: 0.3}, weights: 0.125, delay: 3 ms}
                - {from: next, to: out, connectivity: {rule: fixed-in-degree, degree: 20}, weights: {distribution: normal, mean: 0, deviation: 1}, delay: {distribution: uniform, low: 1 ms, high: 9 ms}}
                - {from: next, to: out, connectivity: {rule: fixed-out-degree, degree: 20}, weights: {distribution: normal, mean: 0, deviation: 1}}
                - {from: out, to: next, connectivity: {rule: distance, profile: step, probability: 0.9, range: 0.3}, weights: 1, delay: {at-zero: 1 ms, per-length: 10 ms}}
            """);
        scenario = ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private static String numbers(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> String.valueOf(0.1 * row + column))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    private Network bind(NetworkSlice slice) throws InputException {
        Stimulus stimulus = Stimulus.ofCurrents(Map.of("ear", new float[][] {{1, 2}, {3, 0}}));
        return NetworkBinder.bind(scenario, stimulus, slice, TaskRunner.SEQUENTIAL, share -> {});
    }

    /** Equal slices of every population. */
    private static NetworkSlice slice(int place, int places) {
        return (population, size) -> new TargetSlice(size * place / places, size * (place + 1) / places);
    }

    private static List<String> listed(Synapses synapses) {
        List<String> all = new ArrayList<>();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                all.add(source + ">" + synapses.target(source, i) + " " + synapses.weight(source, i) + " @"
                        + synapses.delayTicks(source, i));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void partsMakeUpTheNetwork(int places) throws Exception {
        Network whole = bind(NetworkSlice.WHOLE);
        List<Network> parts = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            parts.add(bind(slice(place, places)));
        }

        for (int p = 0; p < whole.projections().size(); p++) {
            int projection = p;
            assertEquals(
                    listed(whole.projection(p).synapses()).stream().sorted().toList(),
                    parts.stream()
                            .flatMap(part -> listed(part.projection(projection).synapses()).stream())
                            .sorted()
                            .toList(),
                    whole.projection(p).toString());
        }
        assertEquals(
                NetworkSummary.of(whole),
                parts.stream()
                        .map(NetworkSummary::of)
                        .reduce(NetworkSummary::merge)
                        .orElseThrow());
        long sum = parts.stream().mapToLong(NetworkFingerprint::partOf).sum();
        assertEquals(NetworkFingerprint.of(whole), NetworkFingerprint.of(bind(NetworkSlice.SKELETON), sum));
        assertEquals(NetworkFingerprint.of(whole), NetworkFingerprint.of(parts.get(0), sum));
    }

    @Test
    void aSkeletonReadsNoWeights() throws Exception {
        for (String file : List.of("matrix.csv", "column.csv", "kernel.csv", "edges.csv")) {
            Files.delete(folder.resolve(file));
        }

        Network skeleton = bind(NetworkSlice.SKELETON);

        assertEquals(0, skeleton.synapseCount());
        assertEquals(
                List.of("taps", "ear", "out", "next"),
                skeleton.populations().stream().map(Population::name).toList());
        skeleton.populations().forEach(population -> assertEquals(SIZES.get(population.name()), population.size()));
        InputException refusal = assertThrows(InputException.class, () -> bind(slice(0, 2)));
        assertEquals(4, refusal.problems().size(), refusal::toString);
    }

    /** A skeleton has heard of nothing but the scenario. */
    @Test
    void aSkeletonKnowsWhichProjectionsAreMatrices() throws Exception {
        List<Boolean> matrices = NetworkSummary.of(bind(NetworkSlice.WHOLE)).projections().stream()
                .map(SynapseSummary::isMatrix)
                .toList();

        assertTrue(matrices.contains(true) && matrices.contains(false));
        assertEquals(
                matrices,
                NetworkSummary.of(bind(NetworkSlice.SKELETON)).projections().stream()
                        .map(SynapseSummary::isMatrix)
                        .toList());
    }

    /** The list and the matrix of weights are in the scenario as a whole, or are wrong for everyone that reads them. */
    @Test
    void aPlaceFindsWhatIsWrongElsewhere() throws Exception {
        Files.writeString(folder.resolve("edges.csv"), "source,target,weight\n0,0,1\n0,12,1\n");

        InputException refusal = assertThrows(InputException.class, () -> bind(slice(0, 4)));

        assertTrue(refusal.toString().contains("line 3: found target 12, expected 0 to 11"), refusal::toString);
    }

    @Test
    void soundFlowsIntoTheHostedNeurons() throws Exception {
        double[] whole = flowing(bind(NetworkSlice.WHOLE), new TargetSlice(0, SIZE));
        for (int place = 0; place < 3; place++) {
            TargetSlice hosted = slice(place, 3).of(2, SIZE);

            double[] part = flowing(bind(slice(place, 3)), hosted);

            for (int i = 0; i < hosted.size(); i++) {
                assertEquals(whole[hosted.first() + i], part[i]);
                assertFalse(part[i] == 0);
            }
        }
    }

    private static double[] flowing(Network network, TargetSlice hosted) {
        DrivenNeurons out =
                assertInstanceOf(DrivenNeurons.class, network.population(2).model());
        double[] input = new double[hosted.size()];
        out.current().addTo(1, hosted.first(), hosted.size(), input, 0, 0);
        return input;
    }
}
