package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;

/**
 * State of {@code Lif} neurons. Two ways lead through a tick and give the same bits: {@link #visitAll} runs over all
 * neurons in loops that the compiler turns into vector instructions, {@link #visit} takes single neurons and makes up for
 * the ticks since each was last up to date. One number says up to which
 * tick all neurons have come while the group is visited as a whole ({@code commonTick}), and one number per neuron while it
 * is not.
 *
 * <p>A silent tick costs a neuron one multiplication, paid at its next visit; a neuron that is never reached costs nothing.
 */
final class LifGroup implements NeuronGroup {

    /** Value of {@link #commonTick} while neurons have come to different ticks. */
    private static final long SEPARATE = Long.MIN_VALUE;

    /** Neurons taken through a tick together: few enough that their state stays in the nearest cache. */
    private static final int BLOCK = 512;

    private final int size;
    private final Arrivals arrivals = new Arrivals();
    private final Membranes membranes;
    /** Whether a neuron may fire on its bias or rest alone: the group is then visited at every tick. */
    private final boolean firesWithoutInput;
    /** Whether a neuron starts so high that it fires at the first tick. */
    private final boolean startsAtFireLevel;

    /** For each neuron the tick that its potential is of, unless {@link #commonTick} holds for all. */
    private final long[] upToDate;

    private long commonTick = -1;

    /**
     * Whether the group has not been visited since it took over a state. It may be one of another division of the population,
     * in which a group that was visited at every tick asked for no visits.
     */
    private boolean resumed;

    /**
     * Neurons before their first tick.
     *
     * @param first position of the first neuron in its population
     * @param size number of neurons
     */
    public LifGroup(LifParameters parameters, int first, int size) {
        this(new Membranes(parameters, first, size, true));
    }

    /**
     * Neurons without a threshold, which integrate and leak from a potential of 0 and never fire.
     *
     * @param beta share of the potential that remains after one tick, 0 to 1
     * @param size number of neurons
     */
    public static LifGroup neverFiring(double beta, int size) {
        return new LifGroup(new Membranes(LifParameters.of(beta, 1), 0, size, false));
    }

    private LifGroup(Membranes membranes) {
        this.size = membranes.size;
        this.membranes = membranes;
        this.firesWithoutInput = anySteadyStateReachesFireLevel();
        this.startsAtFireLevel = anyStartReachesFireLevel();
        this.upToDate = new long[size];
    }

    /** Whether any neuron would fire without input if left alone for long enough. */
    private boolean anySteadyStateReachesFireLevel() {
        for (int i = 0; i < size; i++) {
            // The iterated leak can come to rest a little above the exact steady state: the margin covers that.
            if (membranes.mayReachFireLevel(i, membranes.steadyState(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any neuron starts from a potential at which it fires at the first tick, before any input. */
    private boolean anyStartReachesFireLevel() {
        for (int i = 0; i < size; i++) {
            if (membranes.after(i, 0, 0) >= membranes.fireLevel[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long nextOwnTick() {
        boolean wantsVisit = firesWithoutInput || resumed || startsAtFireLevel && commonTick == -1;
        return wantsVisit ? commonTick + 1 : NEVER;
    }

    @Override
    public void visitAll(long tick, double[] input, int offset, Visit visit) {
        bringAllTo(tick - 1);
        membranes.beforeLeak(tick);
        int firedBefore = visit.firedCount();
        for (int from = 0; from < size; from += BLOCK) {
            int until = Math.min(size, from + BLOCK);
            double[] arrived = arrivals.of(from, until, input, offset);
            if (membranes.alike) {
                leakAlike(from, until, arrived);
            } else {
                leakEach(from, until, arrived);
            }
            Arrays.fill(input, offset + from, offset + until, 0);
            membranes.fireRange(from, until, tick, visit);
        }
        membranes.complete(tick, visit);
        completeAll(tick, firedBefore, visit);
    }

    @Override
    public void visitAllReached(long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
        bringAllTo(tick - 1);
        membranes.beforeLeak(tick);
        if (membranes.alike) {
            leakAlike();
        } else {
            leakEach();
        }
        Arrivals.addReached(membranes.potential, input, offset, reached, count);
        int firedBefore = visit.firedCount();
        membranes.fireRange(0, size, tick, visit);
        membranes.complete(tick, visit);
        completeAll(tick, firedBefore, visit);
    }

    /** The last part of a tick of all neurons: requests of neurons that will fire again, of those that have just fired. */
    private void completeAll(long tick, int firedBefore, Visit visit) {
        commonTick = tick;
        if (resumed) {
            resumed = false;
            wishAllToFireAgain(tick, visit);
            return;
        }
        for (int k = firedBefore; k < visit.firedCount(); k++) {
            wishToFireAgain(visit.fired(k), tick, visit);
        }
    }

    // Loops over all neurons: two constants in registers where neurons share their parameters, else two arrays more.
    // The brackets are those of the visit of a single neuron, settled(beta v + drive) + x.

    private void leakAlike() {
        double[] potential = membranes.potential;
        double beta = membranes.beta[0];
        double drive = membranes.drive[0];
        for (int i = 0; i < potential.length; i++) {
            potential[i] = Fading.settled(beta * potential[i] + drive);
        }
    }

    private void leakAlike(int from, int until, double[] arrived) {
        double[] potential = membranes.potential;
        double beta = membranes.beta[0];
        double drive = membranes.drive[0];
        for (int i = from; i < until; i++) {
            potential[i] = Fading.settled(beta * potential[i] + drive) + arrived[i];
        }
    }

    private void leakEach() {
        double[] potential = membranes.potential;
        double[] beta = membranes.beta;
        double[] drive = membranes.drive;
        for (int i = 0; i < potential.length; i++) {
            potential[i] = Fading.settled(beta[i] * potential[i] + drive[i]);
        }
    }

    private void leakEach(int from, int until, double[] arrived) {
        double[] potential = membranes.potential;
        double[] beta = membranes.beta;
        double[] drive = membranes.drive;
        for (int i = from; i < until; i++) {
            potential[i] = Fading.settled(beta[i] * potential[i] + drive[i]) + arrived[i];
        }
    }

    @Override
    public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
        keepSeparateTicks();
        for (int k = 0; k < count; k++) {
            int neuron = neurons[k];
            // Listed twice: the first visit has taken its input in already.
            if (upToDate[neuron] == tick) {
                continue;
            }
            bringTo(neuron, tick - 1);
            membranes.potential[neuron] = membranes.after(neuron, tick, input[offset + neuron]);
            upToDate[neuron] = tick;
            input[offset + neuron] = 0;
            if (membranes.fires(neuron, tick)) {
                visit.fire(neuron);
                wishToFireAgain(neuron, tick, visit);
            }
        }
    }

    @Override
    public void membranePotentials(long tick, double[] potentials, int offset) {
        bringAllTo(tick);
        System.arraycopy(membranes.potential, 0, potentials, offset, size);
    }

    /** A reset may leave so much that the neuron fires again as soon as it may, though no input arrives. */
    private void wishToFireAgain(int neuron, long tick, Visit visit) {
        if (!firesWithoutInput) {
            long nextFreeTick = membranes.nextFreeTick(neuron, tick);
            if (membranes.after(neuron, nextFreeTick, 0) >= membranes.fireLevel[neuron]) {
                visit.revisit(neuron, nextFreeTick);
            }
        }
    }

    /** Asks for the visits that a group in another division of the population did without. */
    private void wishAllToFireAgain(long tick, Visit visit) {
        for (int i = 0; i < size; i++) {
            wishToFireAgain(i, tick, visit);
        }
    }

    /**
     * Takes a neuron through the silent ticks up to one. The recurrence is iterated, not solved: a power of beta would
     * round differently from the loop over ticks that results are compared with. Stops early once a tick changes
     * nothing, for then no later one does.
     */
    private void bringTo(int neuron, long tick) {
        long done = upToDate[neuron];
        if (done >= tick) {
            return;
        }
        double[] potential = membranes.potential;
        // Ticks at which a refractory period or a delayed reset still acts take the full step; those after them only
        // leak.
        for (long recovered = Math.min(tick, membranes.recoveredAfter(neuron)); done < recovered; done++) {
            potential[neuron] = membranes.after(neuron, done + 1, 0);
        }
        double value = potential[neuron];
        double leak = membranes.beta[neuron];
        double added = membranes.drive[neuron];
        for (; done < tick; done++) {
            double next = Fading.settled(leak * value + added);
            if (next == value) {
                break;
            }
            value = next;
        }
        potential[neuron] = value;
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

    @Override
    public int stateWords() {
        return Membranes.STATE_WORDS;
    }

    @Override
    public void saveState(long tick, long[] words, int offset) {
        bringAllTo(tick);
        membranes.save(words, offset, stateWords());
    }

    @Override
    public void restoreState(long tick, long[] words, int offset) {
        membranes.restore(tick, words, offset, stateWords());
        commonTick = tick;
        resumed = true;
    }
}
