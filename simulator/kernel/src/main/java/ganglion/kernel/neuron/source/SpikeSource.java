package ganglion.kernel.neuron.source;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
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
    private static final class Group extends SourceGroup {

        private final SpikeRaster spikes;
        private int next;

        Group(SpikeRaster spikes, int first, int size) {
            super(first, size);
            this.spikes = spikes;
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
        public long nextOwnTick() {
            return next < spikes.size() ? spikes.tick(next) : NEVER;
        }

        @Override
        public void restoreState(long tick, long[] words, int offset) {
            next = spikes.firstIndexAt(tick + 1);
            skipForeignSpikes();
        }
    }
}
