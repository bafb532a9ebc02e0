package ganglion.hardware.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which neurons are active, against marking each synapse of each spike and reading each membrane. */
class ActivityRulesTest {

    private static final int TICKS = 60;

    /** Neighbourhoods, whose targets lie close together, and scattered ones, with more delays. */
    private static Network network(Random random, boolean close, boolean grid) {
        SpikeRaster.Builder input = SpikeRaster.builder(100);
        for (int tick = 0; tick < TICKS; tick++) {
            for (int i = 0; i < 100; i++) {
                if (random.nextInt(10) == 0) {
                    input.add(tick, i);
                }
            }
        }
        LifParameters parameters = LifParameters.of(0.5, 40).withBias(NeuronValues.of(random.nextInt(2) * 0.25));
        Population hidden =
                new Population("hidden", 300, grid ? new GridLif(parameters, 0.25, 1000) : new Lif(parameters));
        SparseSynapses.Builder toHidden = SparseSynapses.builder(100, 300);
        SparseSynapses.Builder back = SparseSynapses.builder(300, 300);
        int delays = close ? 1 + random.nextInt(2) : 3;
        for (int source = 0; source < 300; source++) {
            int delay = 1 + random.nextInt(delays);
            for (int i = 0; i < 20; i++) {
                int nearby = (source % 100) * 2;
                int target = close ? nearby + i : Math.min(299, nearby + random.nextInt(300));
                double weight = random.nextInt(9) - 3;
                if (source < 100) {
                    toHidden.add(source, target, weight, delay);
                }
                back.add(source, target, weight, delay + 1);
            }
        }
        return new Network(
                List.of(new Population("in", 100, new SpikeSource(input.build())), hidden),
                List.of(
                        new Projection("in", "hidden", toHidden.build()),
                        new Projection("hidden", "hidden", back.build())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void arrivalsAreThoseOfEverySynapse(boolean close) {
        for (long seed = 0; seed < 10; seed++) {
            Network network = network(new Random(seed), close, false);
            List<SpikeRaster> spikes = run(network).spikes();

            List<BitSet> found = activeSets(spikes, network, new ArrivalRule(network, spikes));

            assertEquals(arrivals(network, spikes), found, "seed " + seed);
            assertTrue(found.stream().mapToInt(BitSet::cardinality).sum() > 1000);
        }
    }

    /** A dense projection reaches a range of neurons, within one word of 64 or over several. */
    @ParameterizedTest
    @ValueSource(ints = {1, 27, 28, 29, 92, 93, 300})
    void arrivalsOfADenseProjectionAreAllItsTargets(int size) {
        SpikeRaster input =
                SpikeRaster.builder(100).add(3, 7).add(3, 99).add(20, 0).build();
        Network network = new Network(
                List.of(
                        new Population("in", 100, new SpikeSource(input)),
                        new Population("hidden", size, new Lif(LifParameters.of(0.5, 40))),
                        new Population("beside", 70, new Lif(LifParameters.of(0.5, 40)))),
                List.of(new Projection("in", "hidden", new DenseSynapses(100, size, new double[100 * size], 2))));
        List<SpikeRaster> spikes = List.of(input, SpikeRaster.empty(size), SpikeRaster.empty(70));

        List<BitSet> found = activeSets(spikes, network, new ArrivalRule(network, spikes));

        assertEquals(arrivals(network, spikes), found);
        assertEquals(size, found.get(5).cardinality());
        assertEquals(size, found.get(22).cardinality());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void statesAreThoseOfTheEnginesMembranes(boolean close) {
        for (long seed = 0; seed < 10; seed++) {
            Network network = network(new Random(seed), close, true);
            SimulationResult run = run(network);

            List<BitSet> found = activeSets(run.spikes(), network, new StateRule(network, run.spikes()));

            List<BitSet> expected = arrivals(network, run.spikes());
            GridLif model = (GridLif) network.population(1).model();
            for (int tick = 0; tick < TICKS; tick++) {
                for (int i = 0; i < 300; i++) {
                    boolean away = tick > 0 && run.membranes().get(0).at(tick - 1, i) != 0;
                    if (away || model.parameters().bias().at(i) != 0) {
                        expected.get(tick).set(100 + i);
                    }
                }
            }
            assertEquals(expected, found, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutGridsStateIsArrival(boolean close) {
        Network network = network(new Random(3), close, false);
        List<SpikeRaster> spikes = run(network).spikes();

        assertEquals(
                activeSets(spikes, network, new ArrivalRule(network, spikes)),
                activeSets(spikes, network, new StateRule(network, spikes)));
    }

    private static SimulationResult run(Network network) {
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, 64), TICKS, List.of("hidden"));
    }

    private static List<BitSet> activeSets(List<SpikeRaster> spikes, Network network, ActivityRule rule) {
        List<BitSet> sets = new ArrayList<>();
        ActivityRule recording = (tick, fired, count) -> {
            long[] active = rule.activeAt(tick, fired, count);
            sets.add(active == null ? new BitSet() : BitSet.valueOf(active));
            return active;
        };
        new ActivityWalk(network, spikes, recording).walk(TICKS);
        return sets;
    }

    private static List<BitSet> arrivals(Network network, List<SpikeRaster> spikes) {
        List<BitSet> sets = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            sets.add(new BitSet());
        }
        for (Projection projection : network.projections()) {
            SpikeRaster raster = spikes.get(network.index(projection.source()));
            int first = network.firstNeuron(network.index(projection.target()));
            Synapses synapses = projection.synapses();
            for (int s = 0; s < raster.firstIndexAt(TICKS); s++) {
                for (int i = 0; i < synapses.outDegree(raster.neuron(s)); i++) {
                    long tick = raster.tick(s) + synapses.delayTicks(raster.neuron(s), i);
                    if (tick < TICKS) {
                        sets.get((int) tick).set(first + synapses.target(raster.neuron(s), i));
                    }
                }
            }
        }
        SpikeRaster own = spikes.get(1);
        for (int s = 0; s < own.firstIndexAt(TICKS); s++) {
            sets.get((int) own.tick(s)).set(100 + own.neuron(s));
        }
        return sets;
    }
}
