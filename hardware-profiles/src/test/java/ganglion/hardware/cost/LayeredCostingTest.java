package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.RunActivity.Sample;
import ganglion.hardware.layered.ActivityKeys;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of layers against the recorded run that they are of, and what does not fit says which layer. */
class LayeredCostingTest {

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theActivityOfARunCostsWhatTheRunCosts(long seed) {
        Workload workload = RandomWorkloads.of(seed);
        ActivityNetwork network = new ActivityNetwork(
                RunActivity.of("run", "test", workload, List.of(new Sample(0, workload.ticks())), false, Map.of()));
        assertEquals(List.of(), network.problems());

        for (String device :
                List.of("loihi", "truenorth", "speck", "spinnaker", "odin", "xylo-audio-3", "papers-45nm")) {
            HardwareProfile profile = profile(device);
            ChipCost run = Costing.cost(workload, profile);
            ChipCost counts = LayeredCosting.cost(network, profile);
            if (run.placement().fits() && counts.placement().fits()) {
                assertEquals(run.placement().coresUsed(), counts.placement().coresUsed(), device);
                assertEquals(changes(run), changes(counts), device);
                assertClose(run.energy().totalJoules(), counts.energy().totalJoules(), device);
                assertClose(dynamic(run), dynamic(counts), device);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "80, 1, loihi, of 80 ticks",
        "63, 1, loihi, ''",
        "0, 600, odin, hold none of them",
        "0, 600, loihi, ''",
        "0, 100, odin, ''"
    })
    void aRunAndItsActivityAreRefusedAlike(int refractory, double threshold, String device, String reason)
            throws Exception {
        SpikeRaster spikes = SpikeRaster.builder(2).add(1, 0).build();
        Network network = new Network(
                List.of(
                        new Population("in", 2, new SpikeSource(spikes)),
                        new Population(
                                "out",
                                3,
                                new Lif(LifParameters.of(0.9, threshold).withRefractoryTicks(refractory)))),
                List.of(new Projection(
                        "in", "out", new DenseSynapses(2, 3, new double[] {1, 0.5, 1, 0.25, 1, 0.75}, 1))));
        Workload workload = new Workload(network, List.of(spikes, SpikeRaster.empty(3)), 5, new Clock(1e-3));
        Path file = folder.resolve("activity.json");
        Files.writeString(
                file,
                ActivityKeys.write(RunActivity.of("run", "test", workload, List.of(new Sample(0, 5)), false, Map.of()))
                        .toString());

        List<String> run = Costing.cost(workload, profile(device)).placement().problems();

        assertEquals(
                run,
                LayeredCosting.cost(ActivityKeys.read(file), profile(device))
                        .placement()
                        .problems());
        assertEquals(!reason.isEmpty(), String.join("; ", run).contains(reason) && !run.isEmpty(), run.toString());
    }

    /** Without the names of what changes: layers of an activity are projections and populations of a run. */
    private static List<String> changes(ChipCost cost) {
        return cost.placement().fit().changes().stream()
                .map(change -> change.replaceAll(" \\(.*", ""))
                .toList();
    }

    private static OptionalDouble dynamic(ChipCost cost) {
        return OptionalDouble.of(cost.energy().knownDynamicJoules());
    }

    private static void assertClose(OptionalDouble expected, OptionalDouble found, String device) {
        assertEquals(expected.isPresent(), found.isPresent(), device);
        if (expected.isPresent()) {
            assertEquals(expected.getAsDouble(), found.getAsDouble(), 0.01 * expected.getAsDouble(), device);
        }
    }

    @Test
    void countsByHand() throws Exception {
        ChipCost cost = LayeredCosting.cost(example("mlp"), profile("loihi"));

        double updates = 3440 * 81e-12 + (138 * 25 - 3440) * 52e-12;
        double messages = (2550 + 210) * 1.7e-12;
        assertEquals(328500 * 23.6e-12 + updates + messages, dynamic(cost).getAsDouble(), 1e-11);
        assertEquals(1, cost.placement().coresUsed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attention | loihi | qk, qkv need products of activations, which the chip does not have",
                "convolution | truenorth | takes no numbers as input, and they flow into conv1",
                "mlp | truenorth | a neuron of lif1 has 784 synapses from 784 sources, more than fit on a core of 256",
                "mlp | xylo-audio-3 | the network has 784 input neurons, the chip takes 16"
            })
    void aChipThatCannotTakeALayerSaysWhich(String activity, String device, String problem) throws Exception {
        ChipCost cost = LayeredCosting.cost(example(activity), profile(device));

        assertFalse(cost.placement().fits());
        assertTrue(
                cost.placement().problems().stream().anyMatch(found -> found.startsWith(problem)),
                () -> cost.placement().problems().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speck | l needs 147456 weights on a core, more than fit on a core of 16384 neurons, 16384 synapses (weights of the smallest",
                "loihi-2 | nothing is known of systems with more than one chip",
                "loihi | the largest system has 768"
            })
    void aWideConvolutionIsRefusedByWhatIsKnown(String device, String problem) throws Exception {
        int side = device.equals("speck") ? 8 : 4000;
        int channels = device.equals("speck") ? 128 : 64;
        ActivityNetwork network =
                ActivityKeys.read(Files.writeString(folder.resolve("wide.json"), """
                {"activity": "wide", "steps": 4, "layers": [
                  {"name": "x", "kind": "input", "shape": [%2$d, %1$d, %1$d], "output-spikes": 4000},
                  {"name": "conv", "kind": "convolution", "shape": [%2$d, %1$d, %1$d], "kernel": [3, 3], "padding": [1, 1],
                   "input-spikes": 4000},
                  {"name": "l", "kind": "neurons", "shape": [%2$d, %1$d, %1$d], "output-spikes": 3000}]}""".formatted(side, channels)));

        List<String> problems =
                LayeredCosting.cost(network, profile(device)).placement().problems();

        assertTrue(problems.stream().anyMatch(found -> found.contains(problem)), problems.toString());
    }

    @Test
    void aRefractoryPeriodIsANeedWithoutTheWordForIt() throws Exception {
        ActivityNetwork network = ActivityKeys.read(Files.writeString(folder.resolve("refractory.json"), """
                {"activity": "refractory", "steps": 4, "layers": [
                  {"name": "x", "kind": "input", "shape": [2], "output-spikes": 4},
                  {"name": "w", "kind": "linear", "shape": [3], "input-spikes": 4},
                  {"name": "l", "kind": "neurons", "shape": [3], "refractory-ticks": 80, "output-spikes": 3}]}"""));

        assertTrue(LayeredCosting.cost(network, profile("loihi")).placement().problems().stream()
                .anyMatch(found -> found.startsWith("l has a refractory period of 80 ticks")));
    }

    /** 32 Ki neurons on one of two cores, 36,864 weights on one of two others; three such layers find no third. */
    @ParameterizedTest
    @CsvSource({"2, true", "3, false"})
    void layersFindCoresOfTheKindThatHoldsThem(int deep, boolean fits) throws Exception {
        StringBuilder layers = new StringBuilder();
        for (int i = 0; i < deep; i++) {
            layers.append("""
                    , {"name": "c%1$d", "kind": "convolution", "shape": [64, 8, 8], "kernel": [3, 3], "padding": [1, 1], "input-spikes": 300},
                      {"name": "n%1$d", "kind": "neurons", "shape": [64, 8, 8], "output-spikes": 300}""".formatted(i));
        }
        ActivityNetwork network =
                ActivityKeys.read(Files.writeString(folder.resolve("kinds.json"), """
                {"activity": "kinds", "steps": 4, "layers": [
                  {"name": "x", "kind": "input", "shape": [2, 32, 32], "output-spikes": 4000},
                  {"name": "wide", "kind": "convolution", "shape": [32, 32, 32], "kernel": [3, 3], "padding": [1, 1],
                   "input-spikes": 4000},
                  {"name": "l", "kind": "neurons", "shape": [32, 32, 32], "output-spikes": 3000},
                  {"name": "pool", "kind": "pooling", "shape": [32, 8, 8], "kernel": [4, 4], "stride": [4, 4]},
                  {"name": "wider", "kind": "convolution", "shape": [64, 8, 8], "kernel": [1, 1], "input-spikes": 300},
                  {"name": "l1", "kind": "neurons", "shape": [64, 8, 8], "output-spikes": 300}%s]}""".formatted(layers)));

        ChipCost cost = LayeredCosting.cost(network, profile("speck"));

        assertEquals(
                fits, cost.placement().fits(), () -> cost.placement().problems().toString());
        assertTrue(!fits || cost.placement().coresUsed() == 2 + deep, "a core for each layer");
    }

    /** A neuron behind a pool of 16 x 16 has all of its window as sources, on both sides of a sum. */
    @ParameterizedTest
    @CsvSource({"truenorth, 8192", "loihi, 8192", "speck, 0"})
    void limitsSeeThroughPoolsAndSums(String device, int synapses) throws Exception {
        ActivityNetwork network = ActivityKeys.read(Files.writeString(folder.resolve("pool.json"), """
                {"activity": "pool", "steps": 4, "layers": [
                  {"name": "x", "kind": "input", "shape": [16, 16, 16], "output-spikes": 4000},
                  {"name": "conv", "kind": "convolution", "shape": [16, 16, 16], "kernel": [1, 1], "input-spikes": 4000},
                  {"name": "l1", "kind": "neurons", "shape": [16, 16, 16], "output-spikes": 3000},
                  {"name": "sum", "kind": "residual", "from": ["x", "l1"], "shape": [16, 16, 16]},
                  {"name": "pool", "kind": "pooling", "shape": [16, 1, 1], "kernel": [16, 16], "stride": [16, 16]},
                  {"name": "fc", "kind": "linear", "shape": [10], "input-spikes": 7000, "synaptic-events": 70000},
                  {"name": "l2", "kind": "neurons", "shape": [10], "output-spikes": 10}]}"""));

        List<String> problems =
                LayeredCosting.cost(network, profile(device)).placement().problems();

        assertEquals(8192, 16 * network.sourcesPerInput(5));
        assertEquals(
                synapses > 0,
                problems.stream().anyMatch(problem -> problem.contains("of l2 has " + synapses + " synapses")),
                problems.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "convolution", "artificial", "attention"})
    void theConventionOfPapersTakesEverything(String activity) throws Exception {
        ActivityNetwork network = example(activity);
        double additions = 0;
        double products = 0;
        for (int layer = 0; layer < network.count(); layer++) {
            additions += network.synapticEvents(layer) / network.activity().samples();
            products += network.multiplyAccumulates(layer) / network.activity().samples();
        }

        ChipCost cost = LayeredCosting.cost(network, profile("papers-45nm"));

        double expected = additions * 0.9e-12 + products * 4.6e-12;
        assertEquals(expected, dynamic(cost).getAsDouble(), 1e-9 * expected);
    }

    /** Two populations that share their sources have room on one core, so that nothing is sent through the mesh. */
    @Test
    void populationsShareTheirSourcesOnACore() throws Exception {
        ActivityNetwork network = ActivityKeys.read(Files.writeString(folder.resolve("shared.json"), """
                {"activity": "recurrent", "steps": 4, "layers": [
                  {"name": "x", "kind": "input", "shape": [64], "output-spikes": 100},
                  {"name": "in", "kind": "linear", "shape": [100], "input-spikes": 100},
                  {"name": "rec", "kind": "recurrent", "from": ["l1"], "shape": [100], "input-spikes": 90},
                  {"name": "l1", "kind": "neurons", "from": ["in", "rec"], "shape": [100], "output-spikes": 90},
                  {"name": "out", "kind": "linear", "shape": [10], "input-spikes": 90},
                  {"name": "l2", "kind": "neurons", "shape": [10], "output-spikes": 9}]}"""));

        ChipCost cost = LayeredCosting.cost(network, profile("truenorth"));

        assertEquals(1, cost.placement().coresUsed());
        assertEquals(0, cost.work().operations().getOrDefault(Operation.HOP_NORTH, 0L));
        assertTrue(network.isRecurrent(3));
        assertFalse(network.isRecurrent(5));
    }

    /** 9 hours, and no memory for each step. */
    @Test
    void stepsThatAreAlikeNeedNoMemory() throws Exception {
        ActivityNetwork network = ActivityKeys.read(Files.writeString(folder.resolve("long.json"), """
                {"activity": "long", "tick": "1 ms", "steps": 33554432, "layers": [
                  {"name": "x", "kind": "input", "shape": [8], "output-spikes": 100},
                  {"name": "fc", "kind": "linear", "shape": [4], "input-spikes": 100},
                  {"name": "l", "kind": "neurons", "shape": [4], "active-updates": 50, "output-spikes": 5}]}"""));

        ChipCost cost = LayeredCosting.cost(network, profile("loihi"));

        double dynamic = 400 * 23.6e-12 + 50 * 81e-12 + (4.0 * 33554432 - 50) * 52e-12;
        assertEquals(dynamic, dynamic(cost).getAsDouble(), 1e-3 * dynamic);
        assertEquals(1, cost.energy().tickJoules().length);
        assertEquals(
                cost.energy().totalJoules().getAsDouble() - dynamic,
                cost.energy().staticWatts().getAsDouble() * 33554.432,
                1e-3);
    }

    /** A sum of potentials that goes on past neurons: each layer of neurons behind it has the synapses of all its terms. */
    @ParameterizedTest
    @CsvSource({"loihi, 2310", "papers-45nm, 1000"})
    void aChipPaysTheSynapticEventsOfEveryEdge(String device, long events) throws Exception {
        ChipCost cost = LayeredCosting.cost(stream("\"output-spikes\": 50"), profile(device));

        assertTrue(cost.placement().fits(), cost.placement().problems().toString());
        assertEquals(events, cost.work().operations().get(Operation.SYNAPTIC_OPERATION));
        assertEquals(
                device.equals("loihi"),
                cost.notes().stream().anyMatch(text -> text.contains("those of stem, c1 reach several layers")));
    }

    @Test
    void aPictureThatFlowsPastNeuronsIsRefusedWithWhereItFlows() throws Exception {
        List<String> problems = LayeredCosting.cost(stream("\"output-numbers\": 50"), profile("loihi"))
                .placement()
                .problems();

        assertEquals(
                List.of("takes no numbers as input, and they flow into stem, and its sums into l1, l2, l3"), problems);
    }

    /** 500 events of stem reach three layers of neurons, 300 of c1 two, 200 of c2 one, and 10 spikes reach l4 without weights. */
    private ActivityNetwork stream(String input) throws Exception {
        String in = input.contains("numbers") ? "\"multiply-accumulates\"" : "\"synaptic-events\"";
        return ActivityKeys.read(Files.writeString(folder.resolve("stream.json"), """
                {"activity": "stream", "tick": "1 ms", "steps": 10, "layers": [
                  {"name": "x", "kind": "input", "shape": [10], %s},
                  {"name": "stem", "kind": "linear", "shape": [10], %s: 500},
                  {"name": "l1", "kind": "neurons", "shape": [10], "output-spikes": 30},
                  {"name": "c1", "kind": "linear", "shape": [10], "synaptic-events": 300},
                  {"name": "sum1", "kind": "residual", "from": ["stem", "c1"], "shape": [10]},
                  {"name": "l2", "kind": "neurons", "shape": [10], "output-spikes": 20},
                  {"name": "c2", "kind": "linear", "shape": [10], "synaptic-events": 200},
                  {"name": "sum2", "kind": "residual", "from": ["sum1", "c2"], "shape": [10]},
                  {"name": "l3", "kind": "neurons", "shape": [10], "output-spikes": 10},
                  {"name": "l4", "kind": "neurons", "shape": [10], "output-spikes": 5}]}""".formatted(input, in)));
    }

    /** Potentials that happen to be whole numbers are no spikes. */
    @Test
    void aSumOfPotentialsIsNoSpike() throws Exception {
        ActivityNetwork network = ActivityKeys.read(Files.writeString(folder.resolve("sum.json"), """
                {"activity": "sum", "steps": 10, "layers": [
                  {"name": "x", "kind": "input", "shape": [10], "output-spikes": 50},
                  {"name": "fc1", "kind": "linear", "shape": [10], "input-spikes": 50},
                  {"name": "sum", "kind": "residual", "from": ["x", "fc1"], "shape": [10]},
                  {"name": "fc2", "kind": "linear", "shape": [10], "input-spikes": 90},
                  {"name": "l", "kind": "neurons", "shape": [10], "output-spikes": 10}]}"""));

        assertEquals(
                List.of("fc2 needs numbers between layers, which the chip does not have"),
                LayeredCosting.cost(network, profile("loihi")).placement().problems());
        assertTrue(
                LayeredCosting.cost(network, profile("papers-45nm")).placement().fits());
    }

    private static HardwareProfile profile(String name) {
        return ProfileLibrary.builtIn().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ActivityNetwork example(String name) throws Exception {
        return ActivityKeys.read(Path.of("src/test/resources/ganglion/hardware/layered", name + ".json"));
    }
}
