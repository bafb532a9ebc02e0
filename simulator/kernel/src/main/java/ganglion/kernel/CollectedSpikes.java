package ganglion.kernel;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Conductor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The spikes of a run as its conductor has been told of them, put in order of time. Not thread-safe: for the thread that drives
 * the conductor.
 */
public final class CollectedSpikes {

    private final Network network;
    private final Conductor conductor;

    /** Batches that were handed over by {@link #take}, but may still be in flight: a state needs them. */
    private final List<SpikeBatch> recent = new ArrayList<>();

    private long taken;

    /** The spikes of the state that the run continues from; empty if it began at the start. */
    private final List<SpikeRaster> before;

    /**
     * @param network only its populations matter
     * @param before the spikes of the state that the run continues from, by population; empty if it began at the start
     */
    public CollectedSpikes(Network network, Conductor conductor, List<SpikeRaster> before) {
        this.network = network;
        this.conductor = conductor;
        this.before = List.copyOf(before);
    }

    /** As {@link RunningNetwork#takeSpikes} says. */
    public void take(long keepTicks, SpikeConsumer consumer) {
        SpikeDrain drain = new SpikeDrain(network, conductor.emitted(), conductor.completedTicks());
        taken += drain.forEach(consumer);
        recent.addAll(drain.batches());
        if (keepTicks < Long.MAX_VALUE) {
            long from = conductor.completedTicks() - keepTicks;
            recent.removeIf(batch -> batch.tick(batch.size() - 1) < from);
        }
    }

    /** Number of spikes that {@link #take} has handed over. */
    public long taken() {
        return taken;
    }

    /**
     * All spikes by population: those of the state that the run continues from, those kept for a state, and those of
     * the cores.
     */
    public List<SpikeRaster> rasters() {
        List<SpikeRaster.Builder> builders = new ArrayList<>();
        network.populations().forEach(population -> builders.add(SpikeRaster.builder(population.size())));
        addAll(before, builders);
        add(recent, builders);
        conductor.emitted().forEach(batches -> add(batches, builders));
        return builders.stream().map(SpikeRaster.Builder::build).toList();
    }

    /** Adds the spikes of a core's batches to the rasters of their populations. */
    private void add(List<SpikeBatch> batches, List<SpikeRaster.Builder> builders) {
        for (SpikeBatch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                int population = network.populationOf(batch.neuron(i));
                builders.get(population).add(batch.tick(i), batch.neuron(i) - network.firstNeuron(population));
            }
        }
    }

    /** Adds the spikes of a saved state. */
    private static void addAll(List<SpikeRaster> rasters, List<SpikeRaster.Builder> builders) {
        for (int p = 0; p < rasters.size(); p++) {
            SpikeRaster spikes = rasters.get(p);
            for (int i = 0; i < spikes.size(); i++) {
                builders.get(p).add(spikes.tick(i), spikes.neuron(i));
            }
        }
    }

    /**
     * Merges the batches of all cores into one order, by tick and neuron. Sorts packed numbers instead of objects: two
     * integers per {@code long}, tick above neuron.
     */
    static final class SpikeDrain {

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
            int count =
                    Math.toIntExact(batches.stream().mapToLong(SpikeBatch::size).sum());
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
                consumer.spike(
                        firstTick + (key >>> Integer.SIZE), population, neuron - network.firstNeuron(population));
            }
            return count;
        }
    }
}
