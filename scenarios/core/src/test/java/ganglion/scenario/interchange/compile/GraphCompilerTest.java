package ganglion.scenario.interchange.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class GraphCompilerTest {

    private static final double STEP = 1e-3;
    private static final Tensor ONE = Tensor.vector(1);
    private static final NirNode LIF =
            NirNode.Dynamics.LIF.with(Tensor.vector(0.01), ONE, Tensor.vector(0), ONE, Tensor.vector(0));
    private static final NirNode UNIT = new NirNode.Linear(Tensor.of(TensorShape.of(1, 1), 20.0));

    /** Nodes as name and node in turn, edges as "a b". */
    private static NirGraph graph(Map<String, NirNode> nodes, String... edges) {
        List<NirGraph.Edge> list = new ArrayList<>();
        for (String edge : edges) {
            list.add(new NirGraph.Edge(edge.split(" ")[0], edge.split(" ")[1]));
        }
        return new NirGraph(new LinkedHashMap<>(nodes), list);
    }

    private static CompiledGraph compile(NirGraph graph) throws NirException {
        return GraphCompiler.compile(graph, CompileOptions.of(STEP));
    }

    private static void assertProblem(String expected, NirGraph graph) {
        assertEquals(
                expected, assertThrows(NirException.class, () -> compile(graph)).getMessage());
    }

    /** The compiled network fires what the graph says, as late as each layer is deep, on graphs of every kind of node. */
    @Test
    void firesWhatTheGraphSays() throws NirException {
        int steps = 60;
        long spikes = 0;
        int inexact = 0;
        for (int seed = 0; seed < 150; seed++) {
            NirGraph graph = RandomGraphs.create(seed);
            boolean subtract = seed % 3 == 0;
            int size =
                    (int) ((NirNode.Input) graph.nodes().get("input")).shape().count();
            SpikeRaster input = input(seed, size, steps);
            StepInterpreter meaning = new StepInterpreter(graph, STEP, subtract);
            meaning.run(input, steps);

            CompiledGraph compiled =
                    GraphCompiler.compile(graph, new CompileOptions(STEP, Discretisation.EULER, subtract));
            if (!compiled.notes().isEmpty()) {
                inexact++;
                continue;
            }
            SimulationResult result = Reference.run(compiled, input, steps, List.of("readout"));

            for (CompiledGraph.Layer layer : compiled.layers()) {
                if (!layer.name().equals("readout")) {
                    SpikeRaster expected = meaning.spikes(layer.name());
                    assertEquals(
                            expected,
                            Reference.steps(compiled, result, layer.name(), steps),
                            "seed " + seed + ", layer " + layer.name());
                    spikes += expected.size();
                }
            }
            for (int neuron = 0; neuron < 3; neuron++) {
                double[] potentials =
                        Reference.potentials(compiled, result.membranes().get(0), neuron, steps);
                assertEquals(meaning.potential("readout")[neuron], potentials[steps - 1], 1e-9, "seed " + seed);
            }
        }
        assertTrue(inexact < 30, "so many graphs are not exact: " + inexact);
        assertTrue(spikes > 30_000, "the graphs are too quiet to show anything: " + spikes);
    }

    private static SpikeRaster input(long seed, int size, int steps) {
        Random random = new Random(seed);
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (int step = 0; step < steps; step++) {
            for (int neuron = 0; neuron < size; neuron++) {
                if (random.nextInt(6) == 0) {
                    spikes.add(step, neuron);
                }
            }
        }
        return spikes.build();
    }

    @Test
    void flattensNestedGraphs() throws NirException {
        NirGraph inner = graph(
                new LinkedHashMap<>(Map.of(
                        "input",
                        new NirNode.Input(TensorShape.of(1)),
                        "lif",
                        LIF,
                        "rec",
                        UNIT,
                        "output",
                        new NirNode.Output(TensorShape.of(1)))),
                "input lif",
                "lif rec",
                "rec lif",
                "lif output");
        CompiledGraph compiled = compile(graph(
                Map.of(
                        "in",
                        new NirNode.Input(TensorShape.of(1)),
                        "w",
                        UNIT,
                        "cell",
                        inner,
                        "out",
                        new NirNode.Output(TensorShape.of(1))),
                "in w",
                "w cell",
                "cell out"));

        assertEquals(List.of("cell.lif"), compiled.outputs());
        assertEquals(1, compiled.layer("cell.lif").depth());
        assertEquals(
                List.of("cell.lif -> cell.lif", "in -> cell.lif"),
                compiled.connections().stream()
                        .map(c -> c.from() + " -> " + c.to())
                        .sorted()
                        .toList());
    }

    /** A delay in a cycle counts from the spike, as in continuous time: the step of the cycle itself is part of it. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3"})
    void bringsFeedbackAfterTheDelayInTheCycle(int delaySteps, long laterSteps) throws NirException {
        NirNode delay = new NirNode.Delay(Tensor.vector(delaySteps * STEP));
        CompiledGraph compiled = compile(graph(
                Map.of("in", new NirNode.Input(TensorShape.of(1)), "w", UNIT, "lif", LIF, "later", delay, "rec", UNIT),
                "in w",
                "w lif",
                "lif later",
                "later rec",
                "rec lif"));

        SimulationResult result =
                Reference.run(compiled, SpikeRaster.builder(1).add(0, 0).build(), 10, List.of());

        List<Long> spikes = Reference.ticks(Reference.steps(compiled, result, "lif", 10));
        assertEquals(List.of(0L, laterSteps, 2 * laterSteps), spikes.subList(0, 3));
        assertEquals(List.of(), compiled.notes());
    }

    @Test
    void notesFeedbackThatTheLayersInBetweenMakeLate() throws NirException {
        CompiledGraph compiled = compile(graph(
                Map.of("in", new NirNode.Input(TensorShape.of(1)), "a", LIF, "b", LIF, "w", UNIT),
                "in a",
                "a b",
                "b w",
                "w a"));

        assertEquals(
                List.of(
                        "the feedback from b to a acts 2 steps later, not 1: each layer between them adds one tick of delay"),
                compiled.notes());
    }

    @Test
    void refusesACycleWithoutANeuron() {
        assertProblem(
                "node u: found a cycle without delay, expected a neuron in it: u -> w -> u",
                graph(
                        new LinkedHashMap<>(
                                Map.of("in", new NirNode.Input(TensorShape.of(1)), "lif", LIF, "u", UNIT, "w", UNIT)),
                        "in lif",
                        "u w",
                        "w u",
                        "u lif"));
    }

    @Test
    void refusesShapesThatDoNotMeet() {
        assertProblem(
                "node w: found an input of shape [3] from in, expected [1]",
                graph(Map.of("in", new NirNode.Input(TensorShape.of(3)), "w", UNIT, "lif", LIF), "in w", "w lif"));
        assertProblem(
                "node lif: found parameters of the shapes [2] and [3], expected shapes that go together",
                graph(
                        Map.of(
                                "in",
                                new NirNode.Input(TensorShape.of(3)),
                                "lif",
                                NirNode.Dynamics.IF.with(
                                        Tensor.vector(1, 1), Tensor.vector(1, 2, 3), Tensor.vector(0))),
                        "in lif"));
    }

    @Test
    void refusesWindowsThatDoNotFit() {
        Sliding sliding = new Sliding(
                TensorShape.of(5, 5),
                TensorShape.of(1, 1),
                TensorShape.of(0, 0),
                TensorShape.of(0, 0),
                TensorShape.of(1, 1));
        assertProblem(
                "node pool: a window of 5 does not fit into an input of 3 with its padding",
                graph(
                        Map.of(
                                "in", new NirNode.Input(TensorShape.of(1, 3, 9)),
                                "pool", new NirNode.Pool2d(false, sliding),
                                "lif", LIF),
                        "in pool",
                        "pool lif"));
    }

    @Test
    void refusesPotentialsWhereSpikesAreExpected() {
        NirNode li = NirNode.Dynamics.LI.with(Tensor.vector(0.01), ONE, Tensor.vector(0));
        assertProblem(
                "node li: found a LI that leads to lif, expected an Output alone: what it gives is its potential,"
                        + " not spikes",
                graph(Map.of("in", new NirNode.Input(TensorShape.of(1)), "li", li, "lif", LIF), "in li", "li lif"));
    }

    @Test
    void refusesTimeConstantsThatEulerCannotStep() {
        NirNode fast = NirNode.Dynamics.LI.with(Tensor.vector(0.0005), ONE, Tensor.vector(0));
        assertProblem(
                "node li: found a tau of 5.0E-4 s, shorter than the step of 0.001 s, expected a longer one, a shorter"
                        + " step or exact discretisation",
                graph(Map.of("in", new NirNode.Input(TensorShape.of(1)), "li", fast), "in li"));
    }

    @Test
    void refusesGraphsWithNothingToRun() {
        assertProblem("found no node of type Input, expected at least one", graph(Map.of("lif", LIF)));
        assertProblem(
                "found no node with neurons, expected at least one",
                graph(Map.of("in", new NirNode.Input(TensorShape.of(1)))));
    }

    @Test
    void notesDelaysThatItRounds() throws NirException {
        CompiledGraph compiled = compile(graph(
                Map.of(
                        "in",
                        new NirNode.Input(TensorShape.of(1)),
                        "d",
                        new NirNode.Delay(Tensor.vector(0.0014)),
                        "lif",
                        LIF),
                "in d",
                "d lif"));

        assertEquals(List.of("node d: delays are rounded to whole steps of 0.001 s"), compiled.notes());
    }

    /** An Output that weights lead to is a layer of its own, whose potentials are the output. */
    @Test
    void showsWeightedOutputsAsPotentials() throws NirException {
        CompiledGraph compiled = compile(graph(
                Map.of(
                        "in", new NirNode.Input(TensorShape.of(1)),
                        "w", new NirNode.Affine(Tensor.of(TensorShape.of(1, 1), 20.0), Tensor.vector(0.5)),
                        "out", new NirNode.Output(TensorShape.of(1))),
                "in w",
                "w out"));

        SimulationResult result =
                Reference.run(compiled, SpikeRaster.builder(1).add(1, 0).build(), 3, List.of("out"));

        double[] shown = Reference.potentials(compiled, result.membranes().get(0), 0, 3);
        assertEquals(List.of(0.5, 20.5, 0.5), List.of(shown[0], shown[1], shown[2]));
    }
}
