package ganglion.kernel.neuron.source;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;

/**
 * Neurons that fire spikes which come while the run goes on, and take no input: the entry for a microphone. The spikes of a tick are {@linkplain #put
 * put} here while the run is at rest before that tick. Such a population is visited at every tick, so that no time is skipped for which spikes may still come.
 *
 * <p>Holds the spikes of one tick at a time, so that memory is constant however long the run. The one model that is not immutable: a source belongs to one
 * run. What is put is seen by the threads that run the cores, because an engine hands them each tick anew.
 */
public final class OpenSource implements NeuronModel {

    private final int size;
    private int[] neurons = new int[16];
    private int count;
    private long tick = -1;

    /** @param size number of neurons, at least 1 */
    public OpenSource(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a source has at least 1 neuron, not " + size);
        }
        this.size = size;
    }

    /**
     * Gives the spikes of a tick, in place of those of the tick before. To be called while the run is at rest before that tick.
     *
     * @param spikeTick later than those of all calls before
     * @param fired neurons that fire in it, in ascending order, each at most once; copied
     * @param firedCount number of those
     * @throws IllegalArgumentException if the tick or a neuron is out of order or out of range
     */
    public void put(long spikeTick, int[] fired, int firedCount) {
        if (spikeTick <= tick) {
            throw new IllegalArgumentException("found spikes of tick " + spikeTick + " after those of tick " + tick);
        }
        int least = 0;
        for (int i = 0; i < firedCount; i++) {
            if (fired[i] < least || fired[i] >= size) {
                throw new IllegalArgumentException(
                        "found a spike of neuron " + fired[i] + ", expected one from " + least + " to " + (size - 1));
            }
            least = fired[i] + 1;
        }
        if (firedCount > neurons.length) {
            neurons = new int[Math.max(firedCount, 2 * neurons.length)];
        }
        System.arraycopy(fired, 0, neurons, 0, firedCount);
        count = firedCount;
        tick = spikeTick;
    }

    @Override
    public String name() {
        return "open-source";
    }

    @Override
    public String fingerprint() {
        return name() + size;
    }

    @Override
    public boolean takesInput() {
        return false;
    }

    @Override
    public void checkSize(int populationSize) {
        if (populationSize != size) {
            throw new IllegalArgumentException(
                    "the source has " + size + " neurons, but the population has " + populationSize);
        }
    }

    @Override
    public NeuronGroup createGroup(int first, int groupSize) {
        return new Group(this, first, groupSize);
    }

    /** Passes on the spikes of its own neurons. */
    private static final class Group extends SourceGroup {

        private final OpenSource source;
        private long nextTick;

        Group(OpenSource source, int first, int size) {
            super(first, size);
            this.source = source;
        }

        @Override
        public long nextOwnTick() {
            return nextTick;
        }

        @Override
        public void visitAll(long tick, double[] input, int offset, Visit visit) {
            nextTick = tick + 1;
            if (source.tick != tick) {
                return;
            }
            for (int i = 0; i < source.count; i++) {
                int neuron = source.neurons[i] - first;
                if (neuron >= 0 && neuron < size) {
                    visit.fire(neuron);
                }
            }
        }

        @Override
        public void restoreState(long tick, long[] words, int offset) {
            nextTick = tick + 1;
        }
    }
}
