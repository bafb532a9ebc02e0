package ganglion.kernel.neuron.source;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;

/**
 * Source neurons that know when they fire next: each asks for a visit then, so that a silent source costs nothing. The
 * spikes are a pure function of neuron and index, so that they do not depend on how a population is divided, and a
 * checkpoint needs only the next spike of each neuron and how many came before.
 */
final class ScheduledSpikes extends SourceGroup {

    /** When neurons fire. */
    @FunctionalInterface
    interface Schedule {

        /**
         * The tick of a spike.
         *
         * @param neuron position in the group
         * @param index how many spikes the neuron fired before
         * @param previous tick of the spike before, -1 before the first
         * @return a later tick, or {@link NeuronGroup#NEVER}
         */
        long tick(int neuron, long index, long previous);
    }

    private final Schedule schedule;
    private final long[] next;
    private final long[] firedBefore;

    /** The first spike of all; later ones are asked for one by one. */
    private long nextOwnTick = NEVER;

    ScheduledSpikes(int size, Schedule schedule) {
        super(0, size);
        this.schedule = schedule;
        this.next = new long[size];
        this.firedBefore = new long[size];
        for (int i = 0; i < size; i++) {
            next[i] = schedule.tick(i, 0, -1);
            nextOwnTick = Math.min(nextOwnTick, next[i]);
        }
    }

    @Override
    public long nextOwnTick() {
        return nextOwnTick;
    }

    @Override
    public void visitAll(long tick, double[] input, int offset, Visit visit) {
        if (nextOwnTick != NEVER && tick < nextOwnTick) {
            return;
        }
        boolean isFirst = tick == nextOwnTick;
        nextOwnTick = NEVER;
        for (int i = 0; i < size; i++) {
            if (next[i] == tick) {
                fire(i, tick, visit);
            } else if (isFirst && next[i] != NEVER) {
                visit.revisit(i, next[i]);
            }
        }
    }

    @Override
    public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
        for (int k = 0; k < count; k++) {
            if (next[neurons[k]] == tick) {
                fire(neurons[k], tick, visit);
            }
        }
    }

    private void fire(int neuron, long tick, Visit visit) {
        visit.fire(neuron);
        next[neuron] = schedule.tick(neuron, ++firedBefore[neuron], tick);
        if (next[neuron] != NEVER) {
            visit.revisit(neuron, next[neuron]);
        }
    }

    @Override
    public int stateWords() {
        return 2;
    }

    @Override
    public void saveState(long tick, long[] words, int offset) {
        for (int i = 0; i < size; i++) {
            words[offset + 2 * i] = next[i];
            words[offset + 2 * i + 1] = firedBefore[i];
        }
    }

    @Override
    public void restoreState(long tick, long[] words, int offset) {
        nextOwnTick = NEVER;
        for (int i = 0; i < size; i++) {
            next[i] = words[offset + 2 * i];
            firedBefore[i] = words[offset + 2 * i + 1];
            nextOwnTick = Math.min(nextOwnTick, next[i]);
        }
    }
}
