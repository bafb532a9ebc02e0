package ganglion.kernel.cause;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.EveryTickOracle;
import ganglion.kernel.ManyDelayNetworks;
import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.UniformNetworks;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left of networks fires as a plain oracle says that leaves out the same spikes and synapses. */
class NetworkWithoutTest {

    private static final int TICKS = 60;
    private static final int NETWORKS = 6;

    /** Networks in which something changed: else nothing would have been looked at. */
    private int changed;

    private static SimulationResult run(Network network, int neuronsPerCore) {
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, neuronsPerCore), TICKS, List.of());
    }

    @Test
    void firesAsTheOracleThatLeavesOutTheSame() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            check(RandomNetworks.create(seed, TICKS), seed);
        }
        for (int seed = 0; seed < 2; seed++) {
            check(ManyDelayNetworks.create(seed, TICKS, 20), seed);
            check(UniformNetworks.create(seed, 20, TICKS), seed);
        }
        assertTrue(changed > NETWORKS, "only " + changed);
    }

    private void check(Network network, int seed) {
        List<SpikeRaster> before = run(network, 1000).spikes();
        Random random = new Random(seed);
        for (Removal removal : removals(network, before, random)) {
            List<SpikeRaster> expected =
                    EveryTickOracle.run(network, TICKS, loss(removal)).spikes();
            Network without = NetworkWithout.of(network, List.of(removal));
            for (int size : new int[] {1000, 7}) {
                assertEquals(expected, run(without, size).spikes(), removal + " of network " + seed);
            }
            changed += expected.equals(before) ? 0 : 1;
        }
    }

    private static EveryTickOracle.Loss loss(Removal removal) {
        if (removal instanceof Removal.OfSpike of) {
            return (population, neuron, tick, targetPopulation, target) ->
                    new SpikeId(population, neuron, tick).equals(of.spike());
        }
        if (removal instanceof Removal.OfNeuron of) {
            return (population, neuron, tick, targetPopulation, target) ->
                    population == of.population() && neuron == of.neuron();
        }
        return (population, neuron, tick, targetPopulation, target) ->
                new Removal.OfSynapses(population, neuron, targetPopulation, target).equals(removal);
    }

    /** A spike of each kind of population, its neuron, and a synapse of it. */
    private static List<Removal> removals(Network network, List<SpikeRaster> spikes, Random random) {
        List<Removal> removals = new ArrayList<>();
        for (int p = 0; p < spikes.size(); p++) {
            SpikeRaster raster = spikes.get(p);
            if (raster.size() == 0) {
                continue;
            }
            int which = random.nextInt(raster.size());
            int neuron = raster.neuron(which);
            removals.add(new Removal.OfSpike(new SpikeId(p, neuron, raster.tick(which))));
            removals.add(new Removal.OfNeuron(p, neuron));
            synapse(network, p, neuron, random).ifPresent(removals::add);
        }
        return removals;
    }

    private static Optional<Removal> synapse(Network network, int population, int neuron, Random random) {
        List<Removal> found = new ArrayList<>();
        for (int number = 0; number < network.projections().size(); number++) {
            Synapses synapses = network.projections().get(number).synapses();
            for (int i = 0; network.sourceOf(number) == population && i < synapses.outDegree(neuron); i++) {
                found.add(new Removal.OfSynapses(
                        population, neuron, network.targetOf(number), synapses.target(neuron, i)));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    /**
     * Given what still reaches it, each neuron alone fires as in the network: no spike is withheld from too many or too few, and a plastic
     * synapse has seen just what it carried.
     */
    @Test
    void everyNeuronFiresAsWhatStillReachesItSays() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            Network network = PlasticNetworks.create(seed, TICKS);
            List<SpikeRaster> before = run(network, 1000).spikes();
            for (Removal removal : removals(network, before, new Random(seed))) {
                Network without = NetworkWithout.of(network, List.of(removal));
                List<SpikeRaster> after = run(without, 1000).spikes();
                assertEquals(after, run(without, 5).spikes(), removal + " of network " + seed);
                checkEach(network, after, removal);
                changed += after.equals(before) ? 0 : 1;
            }
        }
        assertTrue(changed > NETWORKS, "only " + changed);
    }

    private static void checkEach(Network network, List<SpikeRaster> after, Removal removal) {
        CausesOfRun spikes = new CausesOfRun(network, after);
        EveryTickOracle.Loss loss = loss(removal);
        for (int p = 0; p < after.size(); p++) {
            Population population = network.populations().get(p);
            for (int neuron = 0;
                    neuron < population.size() && population.model().takesInput();
                    neuron++) {
                int target = neuron;
                int to = p;
                long[] alone = new LoneNeuron(network, spikes, p, neuron)
                        .spikesWithout(
                                spike ->
                                        loss.isLost(spike.population(), spike.neuron(), (int) spike.tick(), to, target),
                                TICKS);
                assertArrayEquals(spikes.spikesOf(p, neuron), alone, removal + " at " + p + "/" + neuron);
            }
        }
    }

    /** A checkpoint of a trial must not be gone on with by the network itself. */
    @Test
    void hasAFingerprintOfItsOwn() {
        Network network = RandomNetworks.create(3, TICKS);
        Network without = NetworkWithout.of(network, List.of(new Removal.OfSpike(new SpikeId(0, 0, 5))));

        assertNotEquals(NetworkFingerprint.of(network), NetworkFingerprint.of(without));
        assertEquals(
                NetworkFingerprint.of(NetworkWithout.of(network, List.of(new Removal.OfSpike(new SpikeId(0, 0, 5))))),
                NetworkFingerprint.of(without));
    }
}
