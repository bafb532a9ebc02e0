package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;

/**
 * State of {@code Lif} neurons that are integrated in closed form. Of each neuron it keeps the deviation of its potential
 * from the steady state, and the tick since when that has only leaked. Both change at ticks with a summed input other than
 * zero, at spikes, and at the end of refractoriness. A visit at any other tick leaves no trace, so that it does not matter
 * which neurons are visited when.
 *
 * <p>A neuron whose steady state is at the fire level will fire on its own. Time is divided into blocks; at its start, and
 * at each input within it, it takes one comparison to see whether a neuron fires on its own before the block ends. Only then
 * the tick is looked for, by bisection: the potential never falls on its way to a steady state above, in its rounded form
 * either, so that the first tick at the fire level is well defined and found exactly.
 */
final class ClosedFormLifGroup implements NeuronGroup {

    /** Largest beta below 1 for which a potential still moves towards its steady state at every tick, once rounded. */
    public static final double LARGEST_LEAKING_BETA = Powers.LARGEST_BASE;

    /** Blocks per membrane time constant, about: one comparison per block and neuron that fires by itself. */
    private static final double BLOCKS_PER_TIME_CONSTANT = 32;

    private static final int LONGEST_BLOCK_BITS = 30;

    /** Neurons that must share a table of powers for it to pay for itself. */
    private static final int FEWEST_FOR_TABLE = 16;

    /** Share of the potentials by which a comparison errs on the side of looking closer. */
    private static final double MARGIN = 1e-9;

    private final int size;
    private final Reset reset;
    private final int refractoryTicks;
    private final double[] beta;
    private final double[] threshold;
    /** The least potential at which a neuron fires: its threshold, or the next larger double if strict. */
    private final double[] fireLevel;

    private final double[] resetPotential;

    /** The steady state; zero for a neuron that does not leak. */
    private final double[] steady;

    /** What a neuron that does not leak gains at every tick; zero for all others. */
    private final double[] drift;

    /** Whether a neuron, left alone, comes to the fire level. */
    private final boolean[] firesOnItsOwn;

    private final boolean anyFiresOnItsOwn;

    /** The powers of the common beta; null where betas differ or too few neurons share it. */
    private final Powers powers;

    /** Whether all neurons leak alike and have the same threshold. */
    private final boolean alike;

    /** Deviation of the potential from the steady state. */
    private final double[] deviation;

    /** The tick at which the deviation was as stored: in the future for a refractory neuron. */
    private final long[] since;

    /**
     * The tick at which the neuron was last found to fire on its own. Input since then may have made it wrong, which a visit
     * at that tick notices; a neuron whose tick has not come does not fire without input.
     */
    private final long[] ownSpike;

    /** The neurons that a visit of the whole group concerns. */
    private final int[] concerned;

    /** Length of a block in ticks, a power of two, less one. */
    private final long blockMask;
    /** First tick of the next block, at which the whole group is visited; never if no neuron fires on its own. */
    private long nextOwnTick;

    /**
     * Neurons before their first tick.
     *
     * @param parameters of the population, without a delayed reset
     * @param first position of the first neuron in its population
     * @param size number of neurons
     */
    public ClosedFormLifGroup(LifParameters parameters, int first, int size) {
        this.size = size;
        this.reset = parameters.reset();
        this.refractoryTicks = parameters.refractoryTicks();
        this.beta = parameters.beta().copyOf(first, size);
        this.threshold = parameters.threshold().copyOf(first, size);
        this.resetPotential = parameters.resetPotential().copyOf(first, size);
        this.fireLevel = threshold.clone();
        this.steady = new double[size];
        this.drift = new double[size];
        this.deviation = new double[size];
        this.since = new long[size];
        this.ownSpike = new long[size];
        this.concerned = new int[size];
        this.firesOnItsOwn = new boolean[size];
        for (int i = 0; i < size; i++) {
            set(i, first + i, parameters);
        }
        this.alike = Membranes.areAlike(beta) && Membranes.areAlike(fireLevel) && Membranes.areAlike(steady);
        this.powers = Membranes.areAlike(beta) && size >= FEWEST_FOR_TABLE ? new Powers(beta[0]) : null;
        this.anyFiresOnItsOwn = anyFiresOnItsOwn();
        this.blockMask = (1L << blockBits()) - 1;
        this.nextOwnTick = anyFiresOnItsOwn || anyStartsAtFireLevel() ? 0 : NEVER;
    }

    /** Finds the constants of one neuron. A beta of 1 has no steady state; the bias then adds up tick by tick. */
    private void set(int neuron, int inPopulation, LifParameters parameters) {
        double bias = parameters.bias().at(inPopulation);
        boolean leaks = beta[neuron] < 1;
        steady[neuron] = leaks ? parameters.rest().at(inPopulation) + bias / (1 - beta[neuron]) : 0;
        drift[neuron] = leaks ? 0 : bias;
        if (parameters.strict()) {
            fireLevel[neuron] = Math.nextUp(threshold[neuron]);
        }
        deviation[neuron] = parameters.initialPotential().at(inPopulation) - steady[neuron];
        since[neuron] = -1;
        firesOnItsOwn[neuron] = leaks ? steady[neuron] >= fireLevel[neuron] : drift[neuron] > 0;
    }

    /** Whether any neuron fires without input: only then blocks are visited at all. */
    private boolean anyFiresOnItsOwn() {
        for (boolean fires : firesOnItsOwn) {
            if (fires) {
                return true;
            }
        }
        return false;
    }

    /** Whether any neuron starts so high that it fires at the first tick. */
    private boolean anyStartsAtFireLevel() {
        for (int i = 0; i < size; i++) {
            if (potential(i, 0) >= fireLevel[i]) {
                return true;
            }
        }
        return false;
    }

    /** The length of a block in ticks, as a power of two: a fixed share of the slowest membrane time constant. */
    private int blockBits() {
        double slowest = Arrays.stream(beta).max().orElse(0);
        double timeConstant = slowest < 1 ? -1 / StrictMath.log(slowest) : Double.POSITIVE_INFINITY;
        double ticks = Math.min(1L << LONGEST_BLOCK_BITS, Math.max(1, timeConstant / BLOCKS_PER_TIME_CONSTANT));
        return Math.getExponent(ticks);
    }

    @Override
    public long nextOwnTick() {
        return nextOwnTick;
    }

    @Override
    public void visitAll(long tick, double[] input, int offset, Visit visit) {
        visit(tick, input, offset, concerned, listConcerned(tick, input, offset), visit);
        startBlock(tick, visit);
    }

    @Override
    public void visitAllReached(long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
        visit(tick, input, offset, reached, count, visit);
        for (int i = 0; i < size; i++) {
            if (ownSpike[i] == tick) {
                fireOnItsOwn(i, tick, visit);
            }
        }
        visit.sortFired();
        startBlock(tick, visit);
    }

    /**
     * At the first tick of a block, looks for the neurons that fire on their own before its end. Blocks are aligned to
     * multiples of their length, so that all groups of a population, however it is divided, look at the same ticks.
     */
    private void startBlock(long tick, Visit visit) {
        if (tick == nextOwnTick) {
            nextOwnTick = anyFiresOnItsOwn ? nextBlock(tick) : NEVER;
            findOwnSpikes(tick, visit);
        }
    }

    /** Looks for the neurons that fire on their own before the next block starts. */
    private void findOwnSpikes(long tick, Visit visit) {
        // The product of deviation and power is compared with the level directly where all neurons share them; each
        // neuron that passes is then searched exactly.
        boolean comparable = powers != null && alike && beta[0] < 1;
        double level = levelDeviation();
        for (int i = 0; i < size; i++) {
            long leakedTicks = nextBlock(tick) - since[i];
            if (leakedTicks > 0 && firesOnItsOwn[i] && !(comparable && deviation[i] * powers.at(leakedTicks) < level)) {
                findOwnSpike(i, tick, visit);
            }
        }
    }

    /**
     * Lists the neurons that have input or may fire on their own at a tick.
     *
     * <p>Writes every position and advances by 0 or 1, without branches: which neurons have input is as good as random,
     * and a mispredicted branch costs more than the store.
     *
     * @return the number of neurons listed
     */
    private int listConcerned(long tick, double[] input, int offset) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            concerned[count] = i;
            // Shifting out the sign makes both zeros zero.
            int hasInput = oneUnlessZero(Double.doubleToRawLongBits(input[offset + i]) << 1);
            int notDue = oneUnlessZero(ownSpike[i] ^ tick);
            count += hasInput | notDue ^ 1;
        }
        return count;
    }

    /** 0 for zero, 1 for any other number, without a branch. */
    private static int oneUnlessZero(long value) {
        return (int) ((value | -value) >>> 63);
    }

    @Override
    public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
        double quiet = quietDeviation(tick);
        if (quiet == Double.NEGATIVE_INFINITY || powers == null) {
            for (int k = 0; k < count; k++) {
                int neuron = neurons[k];
                double added = input[offset + neuron];
                input[offset + neuron] = 0;
                visit(neuron, tick, added, quiet, visit);
            }
        } else {
            visitAlike(tick, input, offset, neurons, count, quiet, visit);
        }
    }

    /** The same for neurons that are alike and share a table of powers. */
    private void visitAlike(
            long tick, double[] input, int offset, int[] neurons, int count, double quiet, Visit visit) {
        int next = 0;
        while (true) {
            next = addUntilRemarkable(tick, input, offset, neurons, next, count, quiet);
            if (next == count) {
                return;
            }
            int neuron = neurons[next++];
            double added = input[offset + neuron];
            input[offset + neuron] = 0;
            visit(neuron, tick, added, quiet, visit);
        }
    }

    /**
     * Adds their input to neurons up to the first to which something else may happen. Most of the time of a network with
     * fine ticks is spent here. The loop calls nothing, so that the compiler keeps in registers what it needs, and its
     * branches are hardly ever taken.
     *
     * @return position of that neuron in the list, of which nothing has been done; {@code count} if there is none
     */
    private int addUntilRemarkable(
            long tick, double[] input, int offset, int[] neurons, int from, int count, double quiet) {
        double[] deviations = deviation;
        long[] leakingSince = since;
        double[] low = powers.low();
        for (int k = from; k < count; k++) {
            int neuron = neurons[k];
            double added = input[offset + neuron];
            long leakedTicks = tick - leakingSince[neuron];
            if (leakedTicks <= 0) {
                input[offset + neuron] = 0;
                continue;
            }
            if (leakedTicks >= low.length) {
                return k;
            }
            double now = deviations[neuron] * low[(int) leakedTicks] + added;
            if (now >= quiet || added == 0) {
                return k;
            }
            input[offset + neuron] = 0;
            deviations[neuron] = now;
            leakingSince[neuron] = tick;
        }
        return count;
    }

    /** First tick of the block that follows that of a tick. */
    private long nextBlock(long tick) {
        return (tick | blockMask) + 1;
    }

    /**
     * If all neurons are alike, a deviation at a tick with which a neuron neither fires then nor on its own before the next
     * block; minus infinity if neurons differ, so that each is looked at more closely.
     */
    private double quietDeviation(long tick) {
        if (!alike || beta[0] == 1) {
            return Double.NEGATIVE_INFINITY;
        }
        double atLevel = levelDeviation();
        return firesOnItsOwn[0] ? Math.min(atLevel, atLevel / power(0, nextBlock(tick) - tick)) : atLevel;
    }

    /** A deviation that all deviations at the fire level exceed, if all neurons are alike. */
    private double levelDeviation() {
        double margin = MARGIN * (Math.abs(fireLevel[0]) + Math.abs(steady[0])) + Double.MIN_NORMAL;
        return fireLevel[0] - steady[0] - margin;
    }

    /**
     * Visits one neuron. Input of exactly zero does not count as input: it must leave no trace, because whether a
     * neuron that only zero weights reach is visited at all depends on the way a tick is taken.
     */
    private void visit(int neuron, long tick, double added, double quiet, Visit visit) {
        if (added == 0) {
            if (ownSpike[neuron] == tick) {
                fireOnItsOwn(neuron, tick, visit);
            }
            return;
        }
        long leakedTicks = tick - since[neuron];
        if (leakedTicks <= 0) {
            return;
        }
        // Input that arrives in a refractory period is lost: then the ticks leaked are negative or zero, and the lines
        // above have returned.
        double now = deviationAfter(neuron, leakedTicks) + added;
        deviation[neuron] = now;
        since[neuron] = tick;
        if (now >= quiet) {
            lookCloser(neuron, tick, visit);
        }
    }

    /** Fires a neuron that was expected to at this tick, unless input since then has kept it below the fire level. */
    private void fireOnItsOwn(int neuron, long tick, Visit visit) {
        if (since[neuron] < tick && potential(neuron, tick) >= fireLevel[neuron]) {
            deviation[neuron] = deviationAfter(neuron, tick - since[neuron]);
            fire(neuron, tick, visit);
        }
    }

    /** Fires a neuron that has reached the fire level, or finds when it will, if it can without input. */
    private void lookCloser(int neuron, long tick, Visit visit) {
        if (steady[neuron] + deviation[neuron] >= fireLevel[neuron]) {
            fire(neuron, tick, visit);
        } else if (firesOnItsOwn[neuron]) {
            findOwnSpike(neuron, tick, visit);
        }
    }

    /**
     * Fires and resets a neuron, then looks whether it fires again as soon as it may: a reset by subtraction can leave
     * the potential above the fire level.
     */
    private void fire(int neuron, long tick, Visit visit) {
        visit.fire(neuron);
        deviation[neuron] = switch (reset) {
            case TO_VALUE, TO_VALUE_LOSING_INPUT -> resetPotential[neuron] - steady[neuron];
            case BY_SUBTRACTION -> deviation[neuron] - threshold[neuron];
            case NONE -> deviation[neuron];
        };
        since[neuron] = tick + refractoryTicks;
        if (potential(neuron, since[neuron] + 1) >= fireLevel[neuron]) {
            expectOwnSpike(neuron, since[neuron] + 1, visit);
        } else if (firesOnItsOwn[neuron]) {
            findOwnSpike(neuron, tick, visit);
        }
    }

    /** Asks for a visit at the tick after {@code tick}, up to the next block's first, at which a neuron fires on its own. */
    private void findOwnSpike(int neuron, long tick, Visit visit) {
        // Bisection needs a potential that never falls on its way to the steady state. It does not, because the powers
        // never rise, in their rounded form either.
        long below = Math.max(tick, since[neuron]);
        long reached = nextBlock(tick);
        if (reached <= below || potential(neuron, reached) < fireLevel[neuron]) {
            return;
        }
        while (reached - below > 1) {
            long middle = (below + reached) >>> 1;
            if (potential(neuron, middle) >= fireLevel[neuron]) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        expectOwnSpike(neuron, reached, visit);
    }

    /** Notes the tick at which a neuron will fire unless input comes first, and asks for a visit then. */
    private void expectOwnSpike(int neuron, long tick, Visit visit) {
        ownSpike[neuron] = tick;
        visit.revisit(neuron, tick);
    }

    /** The potential after a tick, not before {@link #since}, to which nothing but the leak has happened. */
    private double potential(int neuron, long tick) {
        return steady[neuron] + deviationAfter(neuron, tick - since[neuron]);
    }

    /** What remains of the deviation after ticks of leak alone: one multiplication, however many ticks. */
    private double deviationAfter(int neuron, long leakedTicks) {
        if (beta[neuron] == 1) {
            return deviation[neuron] + drift[neuron] * leakedTicks;
        }
        return deviation[neuron] * power(neuron, leakedTicks);
    }

    /** A power of the leak, from the table where there is one. Both ways give the same bits. */
    private double power(int neuron, long exponent) {
        return powers == null ? Powers.of(beta[neuron], exponent) : powers.at(exponent);
    }

    @Override
    public void membranePotentials(long tick, double[] potentials, int offset) {
        for (int i = 0; i < size; i++) {
            potentials[offset + i] = potential(i, Math.max(tick, since[i]));
        }
    }

    @Override
    public int stateWords() {
        return 3;
    }

    @Override
    public void saveState(long tick, long[] words, int offset) {
        for (int i = 0; i < size; i++) {
            words[offset + 3 * i] = Double.doubleToRawLongBits(deviation[i]);
            words[offset + 3 * i + 1] = since[i];
            words[offset + 3 * i + 2] = ownSpike[i];
        }
    }

    @Override
    public void restoreState(long tick, long[] words, int offset) {
        for (int i = 0; i < size; i++) {
            deviation[i] = Double.longBitsToDouble(words[offset + 3 * i]);
            since[i] = words[offset + 3 * i + 1];
            ownSpike[i] = words[offset + 3 * i + 2];
        }
        if (tick >= 0) {
            // Blocks of time may be others in another division into groups: begin with one at once.
            nextOwnTick = anyFiresOnItsOwn ? tick + 1 : NEVER;
        }
    }
}
