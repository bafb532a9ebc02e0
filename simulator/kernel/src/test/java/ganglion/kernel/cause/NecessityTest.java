package ganglion.kernel.cause;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The spike that lifted another most does not reach the neuron. */
class NecessityTest {

    private static final int TICKS = 300;
    private static final int SPIKES = 300;
    private static final int SPIKES_OF_A_NETWORK = 12;

    private int looked;
    private int decided;

    /** How many spikes of each model were decided by their largest part. */
    private final Map<String, Integer> models = new TreeMap<>();

    private static List<SpikeRaster> run(Network network, long ticks) {
        return SequentialSimulation.run(network, Partition.whole(network), ticks, List.of())
                .spikes();
    }

    @Test
    void aSpikeThatWasNeededRemovesOrMovesWhatItLifted() {
        for (int seed = 0; looked < SPIKES; seed++) {
            Network network = PlasticNetworks.mixed(seed, TICKS);
            List<SpikeRaster> spikes = run(network, TICKS);
            CausesOfRun causes = new CausesOfRun(network, spikes);
            Random random = new Random(seed);
            for (int trial = 0; trial < SPIKES_OF_A_NETWORK; trial++) {
                int population = random.nextInt(spikes.size());
                SpikeRaster raster = spikes.get(population);
                if (raster.size() > 0) {
                    int which = random.nextInt(raster.size());
                    check(network, causes, new SpikeId(population, raster.neuron(which), raster.tick(which)));
                }
            }
        }
        assertTrue(decided >= SPIKES / 4, decided + " of " + looked + " " + models);
        for (String model :
                List.of("lif", "synaptic-lif", "alpha-lif", "adaptive-lif", "se-adlif", "resonate-and-fire")) {
            assertTrue(models.containsKey(model), model + " in " + models);
        }
    }

    private void check(Network network, CausesOfRun causes, SpikeId at) {
        Optional<PotentialParts> parts = causes.at(at.population(), at.neuron(), at.tick());
        Optional<SpikeId> main = parts.flatMap(NecessityTest::main);
        if (main.isEmpty()) {
            return;
        }
        looked++;
        LoneNeuron.Course alone = new LoneNeuron(network, causes, at.population(), at.neuron())
                .without(main.get()::equals, at.tick() + 1);
        if (causes.isNeeded(main.get(), parts.get())
                && firedBefore(alone.spikes(), at.tick())
                        .equals(firedBefore(causes.spikesOf(at.population(), at.neuron()), at.tick()))) {
            assertFalse(alone.firesAt(at.tick()), at + " without " + main.get());
            decided++;
            models.merge(network.population(at.population()).model().name(), 1, Integer::sum);
        }
    }

    private static Optional<SpikeId> main(PotentialParts parts) {
        Map<SpikeId, Double> amounts = new HashMap<>();
        for (EventPart event : parts.events()) {
            amounts.merge(event.spike(), event.amount(), Double::sum);
        }
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.<SpikeId, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(SpikeId::toString))))
                .map(Map.Entry::getKey);
    }

    private static List<Long> firedBefore(long[] ticks, long end) {
        return Arrays.stream(ticks).filter(tick -> tick < end).boxed().toList();
    }
}
