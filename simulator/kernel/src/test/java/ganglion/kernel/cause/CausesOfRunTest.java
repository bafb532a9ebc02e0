package ganglion.kernel.cause;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CausesOfRunTest {

    private static final int TICKS = 300;
    private static final int NETWORKS = 80;
    private static final int NEURONS = 4;

    /** Rounding of the sum, as a share of the sizes of the parts. */
    private static final double ROUNDING = 1e-12;

    /** Distance of two ways to the same potential, as a share of the sizes of the parts. */
    private static final double SAME = 1e-9;

    private static final Set<String> AFFINE = Set.of(
            "lif",
            "synaptic-lif",
            "alpha-lif",
            "adaptive-lif",
            "se-adlif",
            "balanced-resonate-and-fire",
            "resonate-and-fire");

    /** How many spikes of each model were looked at. */
    private final Map<String, Integer> looked = new HashMap<>();

    private record Run(Network network, SimulationResult result, CausesOfRun causes) {

        static Run of(Network network) {
            List<String> names =
                    network.populations().stream().map(Population::name).toList();
            SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), TICKS, names);
            return new Run(network, result, new CausesOfRun(network, result.spikes()));
        }

        double recorded(int population, int tick, int neuron) {
            return result.membranes().get(population).at(tick, neuron);
        }
    }

    @Test
    void partsAddUpToThePotentialThatIsComparedWithTheThreshold() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            Run run = Run.of(PlasticNetworks.mixed(seed, TICKS));
            Random random = new Random(seed);
            for (int p = 0; p < run.network().populations().size(); p++) {
                for (int trial = 0; trial < NEURONS; trial++) {
                    int neuron = random.nextInt(run.network().population(p).size());
                    checkTick(run, p, neuron, random.nextInt(TICKS));
                    for (long tick : run.causes().spikesOf(p, neuron)) {
                        if (random.nextInt(50) == 0) {
                            checkTick(run, p, neuron, (int) tick);
                        }
                    }
                }
            }
        }
        AFFINE.forEach(model -> assertTrue(looked.getOrDefault(model, 0) >= 4, model + " in " + looked));
        assertTrue(looked.values().stream().mapToInt(Integer::intValue).sum() >= 400, looked.toString());
    }

    private void checkTick(Run run, int p, int neuron, int tick) {
        Optional<PotentialParts> found = run.causes().at(p, neuron, tick);
        if (found.isEmpty()) {
            return;
        }
        PotentialParts parts = found.get();
        String where = run.network().population(p).model().name() + " " + p + "/" + neuron + "@" + tick;
        assertEquals(parts.potential(), parts.sum(), ROUNDING * parts.size() + Double.MIN_NORMAL, where);
        double slack = SAME * (1 + parts.size());
        if (Arrays.binarySearch(run.causes().spikesOf(p, neuron), tick) >= 0) {
            assertTrue(parts.potential() >= parts.level() - slack, where);
            looked.merge(run.network().population(p).model().name(), 1, Integer::sum);
        } else {
            assertTrue(parts.potential() < parts.level() + slack, where);
            assertEquals(run.recorded(p, tick, neuron), parts.potential(), slack, where);
        }
    }

    /** A neuron in millivolts and the same neuron in other numbers. */
    @Test
    void partsDoNotDependOnWhereThePotentialsHaveTheirZero() {
        PotentialParts inMillivolts = lastSpike(-49, -50, -60);
        PotentialParts shifted = lastSpike(11, 10, 0);

        assertEquals(-60, inMillivolts.reference());
        assertEquals(0, shifted.reference());
        assertEquals(shifted.drive(), inMillivolts.drive(), SAME);
        assertEquals(shifted.ownSpikes(), inMillivolts.ownSpikes(), SAME);
        assertEquals(
                shifted.events().get(0).amount(), inMillivolts.events().get(0).amount(), SAME);
        assertEquals(inMillivolts.potential(), inMillivolts.sum(), SAME);
        assertEquals(shifted.potential() - 60, inMillivolts.potential(), SAME);
        // The drive lifts it almost to the threshold.
        assertTrue(inMillivolts.drive() > 9, inMillivolts.toString());
    }

    /** Nothing leaks while a neuron is held, and nothing is undone: its own spikes add nothing to what it is reset to. */
    @Test
    void aRefractoryPeriodIsNoLift() {
        PotentialParts held = spikeAfter(70, 75, -70, -50, -55, 10, 30);

        assertEquals(0, held.ownSpikes(), SAME);
        assertTrue(held.drive() < 0, held.toString());
        assertEquals(held.potential(), held.sum(), SAME);
    }

    private static PotentialParts lastSpike(double rest, double threshold, double reset) {
        return spikeAfter(60, 290, rest, threshold, reset, 0, 1);
    }

    private static PotentialParts spikeAfter(
            long tick,
            long secondInput,
            double rest,
            double threshold,
            double reset,
            int refractoryTicks,
            double weight) {
        SpikeRaster input =
                SpikeRaster.builder(1).add(60, 0).add(secondInput, 0).build();
        LifParameters parameters = new LifParameters(
                NeuronValues.of(0.95),
                NeuronValues.of(threshold),
                false,
                Reset.TO_VALUE,
                false,
                NeuronValues.of(reset),
                NeuronValues.of(rest),
                NeuronValues.of(0),
                NeuronValues.of(reset),
                refractoryTicks);
        Network network = new Network(
                List.of(new Population("in", 1, new SpikeSource(input)), new Population("out", 1, new Lif(parameters))),
                List.of(new Projection(
                        "in",
                        "out",
                        SparseSynapses.builder(1, 1).add(0, 0, weight, 1).build())));
        Run run = Run.of(network);
        long[] spikes = run.causes().spikesOf(1, 0);
        long after =
                Arrays.stream(spikes).filter(fired -> fired > tick).findFirst().orElseThrow();
        return run.causes().at(1, 0, after).orElseThrow();
    }

    @Test
    void aNeuronAloneFiresAsInItsNetwork() {
        int spikes = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Run run = Run.of(PlasticNetworks.mixed(seed, TICKS));
            Random random = new Random(seed);
            for (int p = 0; p < run.network().populations().size(); p++) {
                Population population = run.network().population(p);
                if (population.model().takesInput()) {
                    int neuron = random.nextInt(population.size());
                    long[] alone =
                            new LoneNeuron(run.network(), run.causes(), p, neuron).spikesWithout(spike -> false, TICKS);
                    assertArrayEquals(
                            run.causes().spikesOf(p, neuron),
                            alone,
                            population.model().name() + " " + seed);
                    spikes += alone.length;
                }
            }
        }
        assertTrue(spikes > 1200, "only " + spikes);
    }

    @Test
    void currentsAreInTheOrderInWhichTheyWereAdded() {
        NeuronModel lif = new Lif(LifParameters.of(0.5, 1));
        NeuronModel driven = new DrivenNeurons(new DrivenNeurons(lif, steady(0.1)), steady(0.2));
        Network network = new Network(List.of(new Population("driven", 1, driven)), List.of());

        PotentialParts parts = Run.of(network).causes().at(0, 0, 1).orElseThrow();

        assertEquals(0.15, parts.currents().get(0), ROUNDING);
        assertEquals(0.3, parts.currents().get(1), ROUNDING);
    }

    private static StepCurrent steady(double perTick) {
        return new StepCurrent(List.of(new StepCurrent.Step(0, NeuronValues.of(perTick))));
    }
}
