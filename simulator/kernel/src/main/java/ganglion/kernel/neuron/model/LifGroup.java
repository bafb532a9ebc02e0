package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.WorkClock.Work;
import java.util.Arrays;

/**
 * State of {@code Lif} neurons. Two ways lead through a tick and give the same bits: {@link #visitAll} runs over all
 * neurons in loops that the compiler turns into vector instructions, {@link #visit} takes single neurons and makes up for
 * the ticks since each was last up to date. One number says up to which
 * tick all neurons have come while the group is visited as a whole ({@code commonTick}), and one number per neuron while it
 * is not.
 *
 * <p>A silent tick costs a neuron one multiplication, paid at its next visit, together with those of the neurons visited
 * with it; a neuron that is never reached costs nothing.
 */
final class LifGroup implements NeuronGroup {

    /** Value of {@link #commonTick} while neurons have come to different ticks. */
    private static final long SEPARATE = Long.MIN_VALUE;

    private static final int PLACE_BITS = 9;

    /** Neurons taken through a tick together: few enough that their state stays in the nearest cache. */
    private static final int BLOCK = 1 << PLACE_BITS;

    /** Fewest neurons of a block that are brought up to date together: sorting them must pay for itself. */
    private static final int FEWEST_SIDE_BY_SIDE = 16;

    /** The same for the mean number of their silent ticks. */
    private static final int FEWEST_TICKS_SIDE_BY_SIDE = 16;

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

    /** Made when first needed: most groups are visited as a whole, or hold a few neurons. */
    private SideBySide sideBySide;

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

    /** A visit takes a neuron ten times as long as the loops over all neurons do, and more if it comes after silent ticks. */
    @Override
    public int wholeShare() {
        return 16;
    }

    @Override
    public void visitAll(long tick, double[] input, int offset, Visit visit) {
        bringAllTo(tick - 1);
        visit.clock().lap(Work.SILENCE);
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
        visit.clock().lap(Work.SILENCE);
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
        bringTo(neurons, count, tick - 1);
        visit.clock().lap(Work.SILENCE);
        for (int k = 0; k < count; k++) {
            int neuron = neurons[k];
            // Listed twice: the first visit has taken its input in already.
            if (upToDate[neuron] == tick) {
                continue;
            }
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
     * Takes neurons through the silent ticks up to one. The recurrence is iterated, not solved: a power of beta would
     * round differently from the loop over ticks that results are compared with.
     *
     * @param neurons positions of the neurons, in the first {@code count} elements, perhaps with repeats; null for the first
     *     {@code count} neurons of the group
     */
    private void bringTo(int[] neurons, int count, long tick) {
        int block = Math.min(BLOCK, size);
        for (int from = 0; from < count; from += block) {
            int until = Math.min(count, from + block);
            long silentTicks = 0;
            for (int k = from; k < until; k++) {
                silentTicks += tick - recover(neurons == null ? k : neurons[k], tick);
            }
            if (until - from >= FEWEST_SIDE_BY_SIDE && silentTicks >= FEWEST_TICKS_SIDE_BY_SIDE * (until - from)) {
                if (sideBySide == null) {
                    sideBySide = new SideBySide(block);
                }
                sideBySide.bringTo(neurons, from, until, tick);
            } else {
                for (int k = from; k < until; k++) {
                    bringTo(neurons == null ? k : neurons[k], tick);
                }
            }
        }
    }

    /**
     * Takes a neuron through the ticks at which a refractory period or a delayed reset still acts, which take the full step;
     * those after them only leak.
     *
     * @return the tick that the neuron is up to now, at most the one given unless it was there before
     */
    private long recover(int neuron, long tick) {
        long done = upToDate[neuron];
        if (done < tick) {
            for (long recovered = Math.min(tick, membranes.recoveredAfter(neuron)); done < recovered; done++) {
                membranes.potential[neuron] = membranes.after(neuron, done + 1, 0);
            }
            upToDate[neuron] = done;
        }
        return done;
    }

    /** Takes a recovered neuron through silent ticks. Stops early once a tick changes nothing, for then no later one does. */
    private void bringTo(int neuron, long tick) {
        double[] potential = membranes.potential;
        double value = potential[neuron];
        double leak = membranes.beta[neuron];
        double added = membranes.drive[neuron];
        for (long done = upToDate[neuron]; done < tick; done++) {
            double next = Fading.settled(leak * value + added);
            if (next == value) {
                break;
            }
            value = next;
        }
        potential[neuron] = value;
        upToDate[neuron] = Math.max(upToDate[neuron], tick);
    }

    /**
     * Silent ticks of many neurons. Each multiplication of a neuron waits for the one before, so that a processor can do
     * those of others meanwhile. The neurons lie in the order of their silent ticks, most first: those that have ticks left are
     * always the first ones, and one loop that the compiler vectorises takes them through a tick.
     */
    private final class SideBySide {

        /** Ticks after which it is asked whether any potential still moves. */
        private static final int TICKS_BETWEEN_LOOKS = 64;

        /** Number of silent ticks and, in the last {@link #PLACE_BITS} bits, the place in the list. */
        private final long[] keys;

        private final double[] value;
        private final double[] leak;
        private final double[] added;

        SideBySide(int most) {
            keys = new long[most];
            value = new double[most];
            leak = new double[most];
            added = new double[most];
        }

        void bringTo(int[] neurons, int from, int until, long tick) {
            int count = sort(neurons, from, until, tick);
            for (int i = 0; i < count; i++) {
                int neuron = neuron(neurons, from, i);
                value[i] = membranes.potential[neuron];
                leak[i] = membranes.beta[neuron];
                added[i] = membranes.drive[neuron];
            }
            leak(count);
            for (int i = 0; i < count; i++) {
                int neuron = neuron(neurons, from, i);
                membranes.potential[neuron] = value[i];
                upToDate[neuron] = tick;
            }
        }

        /** Lists the neurons that have silent ticks, those with most first. Returns how many they are. */
        private int sort(int[] neurons, int from, int until, long tick) {
            int count = 0;
            for (int k = from; k < until; k++) {
                long silentTicks = tick - upToDate[neurons == null ? k : neurons[k]];
                if (silentTicks > 0) {
                    // Negative, since sorting is ascending.
                    keys[count++] = -(silentTicks << PLACE_BITS | k - from);
                }
            }
            Arrays.sort(keys, 0, count);
            return count;
        }

        private int neuron(int[] neurons, int from, int index) {
            int k = from + (int) (-keys[index] & BLOCK - 1);
            return neurons == null ? k : neurons[k];
        }

        private void leak(int count) {
            long done = 0;
            for (int silent = count; silent > 0; silent--) {
                for (long ticks = -keys[silent - 1] >> PLACE_BITS; done < ticks; done++) {
                    if (done % TICKS_BETWEEN_LOOKS == 0 && areAtRest(silent)) {
                        return;
                    }
                    leakOnce(silent);
                }
            }
        }

        private void leakOnce(int silent) {
            for (int i = 0; i < silent; i++) {
                value[i] = Fading.settled(leak[i] * value[i] + added[i]);
            }
        }

        private boolean areAtRest(int silent) {
            for (int i = 0; i < silent; i++) {
                if (Fading.settled(leak[i] * value[i] + added[i]) != value[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Takes all neurons up to a tick. Costs nothing while the group is visited as a whole at every tick. */
    private void bringAllTo(long tick) {
        if (commonTick == tick) {
            return;
        }
        keepSeparateTicks();
        bringTo(null, size, tick);
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
