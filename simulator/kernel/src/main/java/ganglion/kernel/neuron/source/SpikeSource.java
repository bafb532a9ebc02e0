package ganglion.kernel.neuron.source;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;
import java.util.Objects;

/**
 * Neurons that fire a given list of spikes and take no input: the entry for recorded spikes, generators and the
 * front end.
 *
 * @param spikes what the population fires; its neuron count is the population's size
 */
public record SpikeSource(SpikeRaster spikes) implements NeuronModel {

    public SpikeSource {
        Objects.requireNonNull(spikes, "spikes");
    }

    @Override
    public String name() {
        return "spike-source";
    }

    @Override
    public String fingerprint() {
        return name() + spikes.size() + '/' + spikes.hashCode();
    }

    @Override
    public boolean takesInput() {
        return false;
    }

    @Override
    public void checkSize(int populationSize) {
        if (populationSize != spikes.neuronCount()) {
            throw new IllegalArgumentException(
                    "the spikes are of " + spikes.neuronCount() + " neurons, but the population has " + populationSize);
        }
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(spikes, first, size);
    }

    /** Walks through the raster, passing on the spikes of its own neurons. */
    private static final class Group implements NeuronGroup {

        private final SpikeRaster spikes;
        private final int first;
        private final int size;
        private int next;

        Group(SpikeRaster spikes, int first, int size) {
            this.spikes = spikes;
            this.first = first;
            this.size = size;
            skipForeignSpikes();
        }

        /**
         * Moves on to the next spike of a neuron in this group. Costs a look at each spike of the population, once per
         * run and group.
         */
        private void skipForeignSpikes() {
            while (next < spikes.size() && (spikes.neuron(next) < first || spikes.neuron(next) >= first + size)) {
                next++;
            }
        }

        @Override
        public void visitAll(long tick, double[] input, int offset, Visit visit) {
            while (next < spikes.size() && spikes.tick(next) <= tick) {
                if (spikes.tick(next) == tick) {
                    visit.fire(spikes.neuron(next) - first);
                }
                next++;
                skipForeignSpikes();
            }
        }

        @Override
        public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
            throw new UnsupportedOperationException("a spike source takes no input");
        }

        @Override
        public long nextOwnTick() {
            return next < spikes.size() ? spikes.tick(next) : NEVER;
        }

        @Override
        public int stateWords() {
            return 0;
        }

        @Override
        public void saveState(long tick, long[] words, int offset) {
            // The place in the raster follows from the tick.
        }

        @Override
        public void restoreState(long tick, long[] words, int offset) {
            next = spikes.firstIndexAt(tick + 1);
            skipForeignSpikes();
        }

        @Override
        public void membranePotentials(long tick, double[] potentials, int offset) {
            Arrays.fill(potentials, offset, offset + size, 0);
        }
    }
}
