package ganglion.equations;

import static ganglion.equations.SynapseRuns.TICKS;
import static ganglion.equations.SynapseRuns.pair;
import static ganglion.equations.SynapseRuns.poisson;
import static ganglion.equations.SynapseRuns.runEveryWay;
import static ganglion.equations.SynapseRuns.synapses;
import static ganglion.equations.SynapseRuns.times;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.cause.CausesOfRun;
import ganglion.kernel.cause.LoneNeuron;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that each synapse has of its own, and spikes of a third factor, beside the same rule taken through all ticks one by one. */
class ThirdFactorTest {

    private static final double PLUS = 20;
    private static final double MINUS = 30;
    private static final double FADING = 100;

    private static EquationSynapses rule(String onThird) {
        SynapseEquations equations = SynapseEquations.of(
                new ModelText(
                        "rewarded",
                        """
                        dr/dt = -r/tp : 1
                        do/dt = -o/tm : 1
                        dc/dt = (0.001 - c)/tc : 1
                        """,
                        Map.of("tp", PLUS + " ms", "tm", MINUS + " ms", "tc", FADING + " ms", "largest", "1"),
                        Map.of(),
                        new ModelText.Events("", "1 in 0..largest", "", "", ""),
                        ""),
                "c = c - 0.012*o; r = r + 1",
                "c = c + 0.01*r; o = o + 1",
                onThird);
        return new EquationSynapses(equations, Map.of(), 1).modulatedBy("reward");
    }

    /** What {@link #rule} makes of a synapse's w and c: each tick at it begins with the decay and ends with the third factor. */
    private static double[] byTicks(
            double weight,
            int delay,
            SpikeRaster sources,
            int source,
            SpikeRaster targets,
            int target,
            SpikeRaster third) {
        boolean[] pre = fired(sources, source);
        boolean[] post = fired(targets, target);
        double w = weight;
        double r = 0;
        double o = 0;
        double c = 0.001;
        for (int tick = 0; tick < TICKS - delay; tick++) {
            r *= Math.exp(-1 / PLUS);
            o *= Math.exp(-1 / MINUS);
            c = 0.001 + (c - 0.001) * Math.exp(-1 / FADING);
            boolean targetFires = tick >= delay && post[tick - delay];
            double before = o;
            if (targetFires) {
                c += 0.01 * r;
                o += 1;
            }
            if (pre[tick]) {
                c -= 0.012 * before;
                r += 1;
            }
            for (int i = 0; i < third.size(); i++) {
                if (third.tick(i) == tick) {
                    w = Math.min(Math.max(w + c * (1 + r + o), 0), 1);
                    c *= 0.5;
                }
            }
        }
        return new double[] {w, c};
    }

    private static boolean[] fired(SpikeRaster raster, int neuron) {
        boolean[] fired = new boolean[TICKS];
        for (int i = 0; i < raster.size(); i++) {
            fired[(int) raster.tick(i)] |= raster.neuron(i) == neuron;
        }
        return fired;
    }

    private static final EquationSynapses RULE = rule("w = w + c*(1 + r + o); c = 0.5*c");

    /** Inputs and neurons, whose synapses a population before or after them rewards; the neurons may also reward themselves. */
    private static Network network(int seed, List<String> order, String modulator) {
        Random random = new Random(seed);
        int delays = seed % 2 == 0 ? 1 : 9;
        Map<String, Population> populations = Map.of(
                "input", new Population("input", 20, new SpikeSource(poisson(random, 20, 30, TICKS))),
                "out", new Population("out", 15, new Lif(LifParameters.of(0.9, 1))),
                "reward", new Population("reward", 2, new SpikeSource(poisson(random, 2, 40, TICKS))));
        SynapseRule rule = RULE.modulatedBy(modulator);
        return new Network(
                order.stream().map(populations::get).toList(),
                List.of(
                        new Projection("input", "out", synapses(random, 20, 200, delays), Optional.of(rule)),
                        new Projection("out", "out", synapses(random, 15, 60, delays), Optional.of(rule))));
    }

    @Test
    @DisplayName("Reward-modulated STDP ends with Brian2's weight")
    void brian() {
        JsonNode expected = BrianParityTest.read("reward-stdp");
        JsonNode given = expected.get("parameters");
        SynapseEquations equations = SynapseEquations.of(
                new ModelText(
                        "reward-stdp",
                        """
                        dr/dt = -r/tp : 1
                        do/dt = -o/tm : 1
                        dc/dt = -c/tc : 1
                        """,
                        Map.of(
                                "tp", given.get("tp") + " ms",
                                "tm", given.get("tm") + " ms",
                                "tc", given.get("tc") + " ms",
                                "Ap", given.get("Ap").asText(),
                                "Am", given.get("Am").asText()),
                        Map.of(),
                        new ModelText.Events("", "1", "", "", ""),
                        ""),
                "c = c - Am*o; r = r + 1",
                "c = c + Ap*r; o = o + 1",
                "w = min(max(w + c, 0), 1)");
        double[] weights = pair(
                        new EquationSynapses(equations, Map.of(), 0.01).modulatedBy("reward"),
                        expected.get("startWeight").asDouble(),
                        times(expected.get("preSpikes_ms")),
                        times(expected.get("postSpikes_ms")),
                        times(expected.get("thirdSpikes_ms")))
                .weights()
                .get(0)
                .byPosition();
        assertEquals(expected.get("finalWeight").asDouble(), weights[0], 1e-11);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    @DisplayName("Weights are those of the rule by its definition, tick by tick")
    void definition(int seed) {
        Network network = network(seed, List.of("reward", "input", "out"), seed < 4 ? "reward" : "out");

        PartitionedNetwork run = new PartitionedNetwork(network, Partition.whole(network), TICKS, List.of());
        SimulationResult found = SequentialSimulation.run(run);
        List<PlasticWeights> state = run.state().weights();

        assertTrue(found.spikesOf("out").size() > 300, "spikes");
        int changed = 0;
        for (int p = 0; p < 2; p++) {
            Synapses synapses = network.projection(p).synapses();
            double[] weights = found.weights().get(p).byPosition();
            int count = (int) synapses.count();
            double[] all = state.get(p).byPosition();
            assertEquals(count, weights.length);
            assertEquals(3 * count, all.length);
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int position = synapses.firstPosition(source) + i;
                    double[] expected = byTicks(
                            synapses.weight(source, i),
                            synapses.delayTicks(source, i),
                            found.spikesOf(p == 0 ? "input" : "out"),
                            source,
                            found.spikesOf("out"),
                            synapses.target(source, i),
                            found.spikesOf(seed < 4 ? "reward" : "out"));
                    assertEquals(expected[0], weights[position], 1e-12);
                    long last = TICKS - 1 - 2L * synapses.delayTicks(source, i);
                    assertEquals(expected[1], RULE.own(0, number -> all[(number + 1) * count + position], last), 1e-12);
                    changed += Math.abs(expected[0] - synapses.weight(source, i)) > 0.01 ? 1 : 0;
                }
            }
        }
        assertTrue(changed > 100, changed + " weights that changed");
    }

    @ParameterizedTest
    @CsvSource({
        "reward-input-out, reward",
        "input-out-reward, reward",
        "input-reward-out, input",
        "out-input-reward, out"
    })
    @DisplayName(
            "Every partition, a run that is resumed on another, and each neuron alone with its sources give the same"
                    + " bits")
    void bits(String order, String modulator) {
        for (int seed = 0; seed < 4; seed++) {
            Network network = network(seed, List.of(order.split("-")), modulator);
            SimulationResult expected = runEveryWay(network, 100 + 140 * seed);
            CausesOfRun causes = new CausesOfRun(network, expected.spikes());
            int out = network.index("out");
            for (int neuron = 0; neuron < 15; neuron += 7) {
                assertArrayEquals(
                        causes.spikesOf(out, neuron),
                        new LoneNeuron(network, causes, out, neuron).spikesWithout(spike -> false, TICKS));
                assertDelivered(causes, out, neuron, expected);
            }
        }
    }

    /** Potentials that are taken apart into weights must add up to those of the run; a spike sets them to 0. */
    private static void assertDelivered(CausesOfRun causes, int out, int neuron, SimulationResult run) {
        double[] potentials = run.membranes().get(0).potentials();
        for (int tick = 0; tick < TICKS; tick += 331) {
            double parts = causes.at(out, neuron, tick).orElseThrow().sum();
            assertEquals(potentials[tick * 15 + neuron], parts >= 1 ? 0 : parts, 1e-9);
        }
    }

    @Test
    @DisplayName("A synapse that rewards find long after its spikes takes them in as they come")
    void quietRows() {
        SpikeRaster.Builder once = SpikeRaster.builder(2).add(0, 0);
        SpikeRaster.Builder rewards = SpikeRaster.builder(1);
        for (int tick = 2; tick < 39_990; tick += 3) {
            rewards.add(tick, 0);
        }
        once.add(39_990, 1);
        double[] weights = new double[2];
        for (int busy = 0; busy < 2; busy++) {
            SpikeRaster.Builder driven = SpikeRaster.builder(1);
            for (int tick = 1; busy == 1 && tick < 40_000; tick += 5) {
                driven.add(tick, 0);
            }
            Network network = new Network(
                    List.of(
                            new Population("pre", 2, new SpikeSource(once.build())),
                            new Population("reward", 1, new SpikeSource(rewards.build())),
                            new Population("driver", 1, new SpikeSource(driven.build())),
                            new Population("post", 1, new Lif(LifParameters.of(0, 1e6)))),
                    List.of(
                            new Projection(
                                    "pre",
                                    "post",
                                    SparseSynapses.builder(2, 1)
                                            .add(0, 0, 0.5, 2)
                                            .add(1, 0, 0.5, 2)
                                            .build(),
                                    Optional.of(rule("w = w + 0.00001"))),
                            new Projection(
                                    "driver",
                                    "post",
                                    SparseSynapses.builder(1, 1)
                                            .add(0, 0, 1e9, 1)
                                            .build())));
            SimulationResult found = SequentialSimulation.run(network, Partition.whole(network), 40_000, List.of());
            assertEquals(busy * 8000, found.spikesOf("post").size(), 1);
            weights[busy] = found.weights().get(0).byPosition()[0];
            assertEquals(weights[busy], found.weights().get(0).byPosition()[1]);
        }
        assertEquals(0.5 + 0.00001 * rewards.build().size(), weights[0], 1e-9);
        assertEquals(weights[0], weights[1]);
    }

    @Test
    @DisplayName("A third factor that is no population is refused")
    void unknownModulator() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> network(0, List.of("reward", "input", "out"), "dopamine"));
        assertEquals("there is no population named dopamine", e.getMessage());
    }
}
