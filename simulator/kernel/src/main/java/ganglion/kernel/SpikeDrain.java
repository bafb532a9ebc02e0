package ganglion.kernel;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Merges the batches of all cores into one order, by tick and neuron. Sorts packed numbers instead of objects: two
 * integers per {@code long}, tick above neuron.
 */
final class SpikeDrain {

    private final Network network;
    private final List<SpikeBatch> batches;

    /**
     * Takes all spikes before a tick out of the batches of the cores.
     *
     * @param emitted for each core its batches in order of time; left are those from the tick on
     */
    SpikeDrain(Network network, List<List<SpikeBatch>> emitted, long before) {
        this.network = network;
        this.batches = new ArrayList<>();
        for (List<SpikeBatch> ofCore : emitted) {
            int taken = 0;
            while (taken < ofCore.size() && ofCore.get(taken).tick(0) < before) {
                batches.add(ofCore.get(taken++).before(before));
            }
            if (taken > 0) {
                SpikeBatch rest = ofCore.get(taken - 1).from(before);
                ofCore.subList(0, rest.size() == 0 ? taken : taken - 1).clear();
                if (rest.size() > 0) {
                    ofCore.set(0, rest);
                }
            }
        }
    }

    /** The batches of all cores that were drained. */
    List<SpikeBatch> batches() {
        return batches;
    }

    /**
     * Passes on all spikes in order.
     *
     * @return their number
     */
    long forEach(SpikeConsumer consumer) {
        int count = Math.toIntExact(batches.stream().mapToLong(SpikeBatch::size).sum());
        long firstTick =
                batches.stream().mapToLong(batch -> batch.tick(0)).min().orElse(0);
        long[] keys = new long[count];
        int size = 0;
        for (SpikeBatch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                // A chunk is short, so that the ticks since its start fit into the upper half.
                keys[size++] = (long) Math.toIntExact(batch.tick(i) - firstTick) << Integer.SIZE | batch.neuron(i);
            }
        }
        Arrays.sort(keys);
        for (long key : keys) {
            int neuron = (int) key;
            int population = network.populationOf(neuron);
            consumer.spike(firstTick + (key >>> Integer.SIZE), population, neuron - network.firstNeuron(population));
        }
        return count;
    }
}
