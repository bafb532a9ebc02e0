package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.WorkClock.Work;
import java.util.Arrays;

/**
 * Neurons of a model without a closed form: their state goes through every tick, but a neuron is visited only while it
 * may fire without further input. A model says what a tick does to one neuron and to all, and when a neuron may next
 * fire; this class keeps the ticks.
 *
 * <p>While few neurons may fire, each asks for its own visits, and the silent ticks of the others are made up for when
 * input reaches them. When many may fire, the group asks to be visited as a whole, in loops that the compiler can turn
 * into vector instructions, and checks from time to time whether that is still so.
 *
 * <p>{@link #mayFireAt} may err on one side only: a visit too early costs time, one too late loses a spike. Which way a
 * tick is taken depends on the number of lively neurons, hence on the partition; {@link #stepAll} and {@link #step}
 * must therefore give the same bits.
 */
public abstract class SteppedGroup implements NeuronGroup {

    /** Value of {@link #commonTick} while neurons have come to different ticks. */
    private static final long SEPARATE = Long.MIN_VALUE;

    /** If more than one neuron in this number may fire without input, the whole group is visited. */
    private static final int LIVELY_SHARE = 8;

    /** A smaller group never asks to be visited as a whole. */
    private static final int SMALLEST_WHOLE = 16;

    /**
     * Ticks for which a group that is visited as a whole stays so without a check, which costs more than the tick
     * itself.
     */
    private static final int TICKS_BETWEEN_CHECKS = 256;

    /** Number of neurons. */
    protected final int size;

    private final long[] upToDate;
    private long commonTick = -1;

    /** The next visit of the whole group without input. */
    private long ownTick;

    /** No check before this tick how many neurons may fire. */
    private long checkTick;

    private boolean started;

    /** @param size number of neurons, at least 1 */
    protected SteppedGroup(int size) {
        this.size = size;
        this.upToDate = new long[size];
    }

    /**
     * Takes all neurons through a tick and has them fire.
     *
     * @param input as in {@link NeuronGroup#visitAll}, to be set back to zero
     */
    protected void stepAll(long tick, double[] input, int offset, Visit visit) {
        for (int i = 0; i < size; i++) {
            if (step(i, tick, input, offset)) {
                visit.fire(i);
            }
        }
    }

    /** The same if only the listed neurons have input; see {@link NeuronGroup#visitAllReached}. */
    protected void stepAllReached(long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
        stepAll(tick, input, offset, visit);
    }

    /**
     * Takes a neuron through a tick.
     *
     * @param input as in {@link NeuronGroup#visit}, to be set back to zero at this neuron
     * @return whether the neuron fires
     */
    protected abstract boolean step(int neuron, long tick, double[] input, int offset);

    /**
     * Takes a neuron through a tick without input at which it does not fire.
     *
     * @return whether any of its state changed, or may change at a later tick
     */
    protected abstract boolean stepSilently(int neuron, long tick);

    /** The next tick at which a neuron may fire if no input reaches it until then; {@link #NEVER} if it cannot. */
    protected abstract long mayFireAt(int neuron, long tick);

    /** The membrane potentials, by neuron: the array itself, not a copy. */
    protected abstract double[] potentials();

    @Override
    public final long nextOwnTick() {
        if (!started) {
            started = true;
            ownTick = anyMayFireAtStart() ? 0 : NEVER;
        }
        return ownTick;
    }

    /** Whether a neuron may fire from its initial state, so that the group must be visited at the first tick. */
    private boolean anyMayFireAtStart() {
        for (int i = 0; i < size; i++) {
            if (mayFireAt(i, -1) != NEVER) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final void visitAll(long tick, double[] input, int offset, Visit visit) {
        bringAllTo(tick - 1);
        visit.clock().lap(Work.SILENCE);
        stepAll(tick, input, offset, visit);
        afterAll(tick, visit);
    }

    @Override
    public final void visitAllReached(long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
        bringAllTo(tick - 1);
        visit.clock().lap(Work.SILENCE);
        stepAllReached(tick, input, offset, reached, count, visit);
        afterAll(tick, visit);
    }

    /** Decides after a visit of the whole group when the next one is. */
    private void afterAll(long tick, Visit visit) {
        commonTick = tick;
        if (tick < checkTick) {
            ownTick = tick + 1;
        } else {
            checkAll(tick, visit);
        }
    }

    /** Asks for visits of the neurons that may fire, or of the whole group if they are many. */
    private void checkAll(long tick, Visit visit) {
        int wishesBefore = visit.revisitCount();
        // Once they are many, it does not matter how many.
        for (int i = 0; i < size && !isMany(visit.revisitCount() - wishesBefore); i++) {
            wishForVisit(i, tick, visit);
        }
        if (isMany(visit.revisitCount() - wishesBefore)) {
            visit.dropRevisits(wishesBefore);
            checkTick = tick + TICKS_BETWEEN_CHECKS;
            ownTick = tick + 1;
        } else {
            ownTick = NEVER;
        }
    }

    /**
     * Whether enough neurons may fire by themselves for a visit of the whole group to be cheaper than a queued visit for
     * each. The answer changes with the division into groups, but never a spike: visits too many do no harm.
     */
    private boolean isMany(int lively) {
        return size >= SMALLEST_WHOLE && lively > size / LIVELY_SHARE;
    }

    /** Asks for a visit at the tick at which a neuron may next fire, if there is one. */
    private void wishForVisit(int neuron, long tick, Visit visit) {
        long next = mayFireAt(neuron, tick);
        if (next != NEVER) {
            visit.revisit(neuron, next);
        }
    }

    @Override
    public final void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
        keepSeparateTicks();
        for (int k = 0; k < count; k++) {
            bringTo(neurons[k], tick - 1);
        }
        visit.clock().lap(Work.SILENCE);
        int wishesBefore = visit.revisitCount();
        for (int k = 0; k < count; k++) {
            int neuron = neurons[k];
            // Listed twice: the first visit has taken its input in already.
            if (upToDate[neuron] == tick) {
                continue;
            }
            if (step(neuron, tick, input, offset)) {
                visit.fire(neuron);
            }
            upToDate[neuron] = tick;
            wishForVisit(neuron, tick, visit);
        }
        if (isMany(visit.revisitCount() - wishesBefore)) {
            visit.dropRevisits(wishesBefore);
            checkTick = tick + 1;
            ownTick = tick + 1;
        }
    }

    @Override
    public final void membranePotentials(long tick, double[] potentials, int offset) {
        bringAllTo(tick);
        System.arraycopy(potentials(), 0, potentials, offset, size);
    }

    @Override
    public final void states(int state, long tick, double[] values, int offset) {
        bringAllTo(tick);
        for (int i = 0; i < size; i++) {
            values[offset + i] = state(state, i);
        }
    }

    /** A state of a neuron, of models that have further ones. */
    protected double state(int state, int neuron) {
        throw new UnsupportedOperationException("neurons of this model have no further states");
    }

    /** Takes a neuron through the silent ticks up to one; stops early once a tick changes nothing. */
    private void bringTo(int neuron, long tick) {
        for (long done = upToDate[neuron]; done < tick; done++) {
            if (!stepSilently(neuron, done + 1)) {
                break;
            }
        }
        upToDate[neuron] = tick;
    }

    /** Takes all neurons up to a tick. Costs nothing while the group is visited as a whole at every tick. */
    private void bringAllTo(long tick) {
        if (commonTick == tick) {
            return;
        }
        keepSeparateTicks();
        for (int i = 0; i < size; i++) {
            bringTo(i, tick);
        }
        commonTick = tick;
    }

    /** Starts to count ticks per neuron. */
    private void keepSeparateTicks() {
        if (commonTick != SEPARATE) {
            Arrays.fill(upToDate, commonTick);
            commonTick = SEPARATE;
        }
    }

    /** The membranes, if the model has any: their state includes their latest spikes. Null otherwise. */
    Membranes membranes() {
        return null;
    }

    /** What else may change, each array by neuron, always in the same order. */
    protected abstract double[][] variables();

    @Override
    public final int stateWords() {
        return membraneWords() + variables().length;
    }

    private int membraneWords() {
        return membranes() == null ? 0 : Membranes.STATE_WORDS;
    }

    @Override
    public final void saveState(long tick, long[] words, int offset) {
        bringAllTo(tick);
        int stride = stateWords();
        if (membranes() != null) {
            membranes().save(words, offset, stride);
        }
        int word = offset + membraneWords();
        for (double[] variable : variables()) {
            for (int i = 0; i < size; i++) {
                words[word + i * stride] = Double.doubleToRawLongBits(variable[i]);
            }
            word++;
        }
    }

    @Override
    public final void restoreState(long tick, long[] words, int offset) {
        int stride = stateWords();
        if (membranes() != null) {
            membranes().restore(tick, words, offset, stride);
        }
        int word = offset + membraneWords();
        for (double[] variable : variables()) {
            for (int i = 0; i < size; i++) {
                variable[i] = Double.longBitsToDouble(words[word + i * stride]);
            }
            word++;
        }
        commonTick = tick;
        started = true;
        // Whether many or few may fire is found out again: the division into groups may be another one.
        ownTick = tick + 1;
    }
}
