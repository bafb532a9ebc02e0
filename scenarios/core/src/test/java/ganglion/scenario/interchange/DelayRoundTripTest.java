package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.NirWriter;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network with delays fires at the same ticks after an export and an import, or the export notes the difference. */
class DelayRoundTripTest {

    private static final double STEP = 1e-3;
    private static final int TICKS = 120;

    @TempDir
    private Path folder;

    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<NirGraph.Edge> edges = new ArrayList<>();

    private void chain(String... names) {
        for (int i = 1; i < names.length; i++) {
            edges.add(new NirGraph.Edge(names[i - 1], names[i]));
        }
    }

    private static NirNode.Delay delay(int size, double... seconds) {
        return new NirNode.Delay(Tensor.of(TensorShape.of(size), seconds));
    }

    private static Tensor every(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return Tensor.of(TensorShape.of(size), values);
    }

    private static NirNode lif(int size, double leak) {
        return NirNode.Dynamics.LIF.with(
                every(size, 5e-3), every(size, 5), every(size, leak), every(size, 0.9), every(size, 0));
    }

    private Path imported(Path graph, String name) throws Exception {
        Path scenario = folder.resolve(name).resolve("net.yaml");
        Files.createDirectories(scenario.getParent());
        NirImport.run(
                graph,
                scenario,
                new NirImport.Options(
                        new Clock(STEP),
                        CompileOptions.of(STEP),
                        OptionalLong.of(TICKS),
                        Optional.of(folder.resolve("input.csv"))));
        return scenario;
    }

    private Path written() throws Exception {
        Path graph = folder.resolve("graph.nir");
        NirWriter.write(new NirGraph(nodes, edges), graph);
        return imported(graph, "first");
    }

    private List<String> exported(Path scenario) throws Exception {
        return NirExport.run(scenario, folder.resolve("exported.nir"), Discretisation.EULER, false)
                .notes();
    }

    private static SpikeRaster spikes(Path scenario, String population) throws Exception {
        return NirImportTest.run(scenario).result().spikesOf(population).between(0, TICKS);
    }

    private void input(String text) throws Exception {
        Files.writeString(folder.resolve("input.csv"), "tick,neuron\n" + text);
    }

    /** Chains of delays, weights and neurons, some of which fire by their leak alone, with ways that skip a layer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void firesAtTheSameTicks(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int tick = 0; tick < TICKS; tick++) {
            text.append(random.nextBoolean() ? tick + "," + random.nextInt(3) + "\n" : "");
        }
        input(text.toString());
        Map<String, Integer> sizes = new LinkedHashMap<>(Map.of("input", 3));
        nodes.put("input", new NirNode.Input(TensorShape.of(3)));
        String last = "input";
        for (int layer = 0; layer < 1 + random.nextInt(4); layer++) {
            String name = "n" + (9 - layer);
            int size = 1 + random.nextInt(4);
            nodes.put(name, lif(size, random.nextBoolean() ? 0 : 1.2));
            sizes.put(name, size);
            join(random, last, name, sizes);
            if (random.nextInt(3) == 0) {
                join(random, name, name, sizes);
            }
            if (random.nextBoolean()) {
                List<String> before = List.copyOf(sizes.keySet());
                join(random, before.get(random.nextInt(before.size() - 1)), name, sizes);
            }
            if (random.nextBoolean() && layer > 0) {
                List<String> before = List.copyOf(sizes.keySet());
                join(random, name, before.get(1 + random.nextInt(before.size() - 1)), sizes);
            }
            last = name;
        }
        nodes.put("output", new NirNode.Output(TensorShape.of(sizes.get(last))));
        chain(last, "output");
        Path first = written();

        List<String> notes = exported(first);
        Path second = imported(folder.resolve("exported.nir"), "second");

        int fired = 0;
        for (String name : sizes.keySet()) {
            assertEquals(spikes(first, name), spikes(second, name), name);
            fired += name.equals("input") ? 0 : spikes(first, name).size();
        }
        assertTrue(fired > 0);
        assertEquals(List.of(), notes);
    }

    private void join(Random random, String source, String target, Map<String, Integer> sizes) {
        int from = sizes.get(source);
        int to = sizes.get(target);
        String name = source + "-" + target + "-" + nodes.size();
        double[] weights = random.doubles((long) from * to, -0.3, 1).toArray();
        nodes.put(name, new NirNode.Linear(Tensor.of(TensorShape.of(to, from), weights)));
        chain(name, target);
        if (random.nextBoolean()) {
            double[] seconds =
                    random.ints(from, 0, 6).mapToDouble(steps -> steps * STEP).toArray();
            nodes.put(name + "-after", delay(from, seconds));
            chain(source, name + "-after", name);
        } else {
            chain(source, name);
        }
    }

    /** The input reaches the last layer sooner than the layer in between does, which no graph can say at the same ticks. */
    @Test
    void notesALayerThatIsLaterAfterAnImport() throws Exception {
        input("0,0\n9,0\n20,0\n");
        Path scenario = Files.writeString(folder.resolve("skip.yaml"), """
                scenario: skip
                clock: {tick: 1 ms, duration: 120 ticks}
                inputs: [{name: taps, spikes: input.csv, size: 1}]
                network:
                  populations:
                    - {name: hidden, size: 1, model: lif, parameters: {beta: 0.9, threshold: 0.5}}
                    - {name: out, size: 1, model: lif, parameters: {beta: 0.9, threshold: 0.5}}
                  projections:
                    - {from: taps, to: hidden, weights: 1}
                    - {from: hidden, to: out, weights: 1}
                    - {from: taps, to: out, weights: 1}
                """);

        List<String> notes = exported(scenario);
        Path again = imported(folder.resolve("exported.nir"), "again");

        SpikeRaster direct = spikes(scenario, "out");
        SpikeRaster.Builder later = SpikeRaster.builder(1);
        for (int i = 0; i < direct.size(); i++) {
            later.add(direct.tick(i) + 1, direct.neuron(i));
        }
        assertEquals(6, direct.size());
        assertEquals(later.build(), spikes(again, "out"));
        assertEquals(spikes(scenario, "hidden"), spikes(again, "hidden"));
        assertEquals(
                List.of(
                        "population out: an import acts 1 tick later, because a synapse reaches it sooner than the layers"
                                + " in between"),
                notes.stream().filter(note -> note.contains("later")).toList());
    }

    /** A bias comes with weights of zero from the input, a layer after it. */
    @Test
    void notesABiasThatStartsWithALayer() throws Exception {
        input("0,0\n");
        Path scenario = Files.writeString(folder.resolve("alone.yaml"), """
                scenario: alone
                clock: {tick: 1 ms, duration: 120 ticks}
                inputs: [{name: taps, spikes: input.csv, size: 1}]
                network:
                  populations:
                    - {name: alone, size: 1, model: lif, parameters: {beta: 0.9, bias: 0.3}}
                  projections: []
                """);

        List<String> notes = exported(scenario);
        Path again = imported(folder.resolve("exported.nir"), "again");

        assertEquals(
                spikes(scenario, "alone").tick(0) + 1, spikes(again, "alone").tick(0));
        assertEquals(
                List.of(
                        "population alone: starts at tick 0, but in the graph with the first step of its input, tick 1"),
                notes.stream().filter(note -> note.contains("starts")).toList());
    }
}
