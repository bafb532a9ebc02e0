package ganglion.kernel.neuron;

import java.util.Arrays;

/**
 * State of {@link Lif} neurons. Two ways lead through a tick and give the same bits: {@link #visitAll} runs over all
 * neurons in loops that the compiler turns into vector instructions, {@link #visit} takes single neurons and makes up for
 * the ticks since each was last up to date. How far that is, one number says for all neurons while the group is visited as
 * a whole ({@code commonTick}), and one number each otherwise.
 *
 * <p>A silent tick costs a neuron one multiplication, paid at its next visit; a neuron that is never reached costs nothing.
 */
final class LifGroup implements NeuronGroup {

    /** Value of {@link #commonTick} while every neuron has a tick of its own. */
    private static final long SEPARATE = Long.MIN_VALUE;

    private static final long NO_SPIKE_YET = Long.MIN_VALUE / 2;

    /** Share of the potentials by which the steady state may miss the fire level and still count as reaching it. */
    private static final double STEADY_STATE_MARGIN = 1e-9;

    private final int size;
    private final Reset reset;
    private final boolean delayedReset;
    private final int refractoryTicks;

    private final double[] beta;
    /** What the leak towards rest and the bias add at every tick. */
    private final double[] drive;

    private final double[] threshold;
    private final double[] fireLevel;
    private final double[] resetPotential;
    private final boolean alike;
    private final boolean firesWithoutInput;
    private final boolean startsAtFireLevel;

    private final double[] potential;
    private final long[] upToDate;
    private long commonTick = -1;

    /** Tick of each neuron's latest spike; null where spikes are done with once the neuron is reset. */
    private final long[] lastSpike;

    /** The spikes of which a delayed reset or a refractory period is still to be applied. */
    private final RecentSpikes recent = new RecentSpikes();

    private double[] standingStill = new double[0];

    LifGroup(LifParameters parameters, int first, int size) {
        this(parameters, first, size, true);
    }

    static LifGroup neverFiring(double beta, int size) {
        return new LifGroup(LifParameters.of(beta, 1), 0, size, false);
    }

    private LifGroup(LifParameters parameters, int first, int size, boolean fires) {
        this.size = size;
        this.reset = parameters.reset();
        this.delayedReset = parameters.delayedReset();
        this.refractoryTicks = parameters.refractoryTicks();
        this.beta = parameters.beta().copyOf(first, size);
        this.threshold = parameters.threshold().copyOf(first, size);
        this.resetPotential = parameters.resetPotential().copyOf(first, size);
        this.potential = parameters.initialPotential().copyOf(first, size);
        this.drive = drive(parameters, first);
        this.fireLevel = fireLevel(parameters.strict(), fires);
        this.alike = isConstant(beta) && isConstant(drive) && isConstant(fireLevel);
        this.firesWithoutInput = anySteadyStateReachesFireLevel();
        this.startsAtFireLevel = anyStartReachesFireLevel();
        this.upToDate = new long[size];
        this.lastSpike = delayedReset || refractoryTicks > 0 ? new long[size] : null;
        if (lastSpike != null) {
            Arrays.fill(lastSpike, NO_SPIKE_YET);
        }
    }

    private double[] drive(LifParameters parameters, int first) {
        double[] perTick = new double[size];
        for (int i = 0; i < size; i++) {
            double towardsRest = (1 - beta[i]) * parameters.rest().at(first + i);
            // The sum with zero turns a negative zero into a positive one, which the leak then keeps.
            perTick[i] = towardsRest + parameters.bias().at(first + i) + 0.0;
        }
        return perTick;
    }

    private double[] fireLevel(boolean strict, boolean fires) {
        double[] level = new double[size];
        for (int i = 0; i < size; i++) {
            level[i] = strict ? Math.nextUp(threshold[i]) : threshold[i];
        }
        if (!fires) {
            Arrays.fill(level, Double.POSITIVE_INFINITY);
        }
        return level;
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private boolean anySteadyStateReachesFireLevel() {
        for (int i = 0; i < size; i++) {
            double steadyState = beta[i] < 1 ? drive[i] / (1 - beta[i]) : drive[i] * Double.POSITIVE_INFINITY;
            // The iterated leak can come to rest a little above the exact steady state.
            double margin = STEADY_STATE_MARGIN * (Math.abs(steadyState) + Math.abs(threshold[i]));
            if (steadyState + margin >= fireLevel[i] && fireLevel[i] < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private boolean anyStartReachesFireLevel() {
        for (int i = 0; i < size; i++) {
            if (beta[i] * potential[i] + drive[i] >= fireLevel[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long nextOwnTick() {
        return firesWithoutInput || startsAtFireLevel && commonTick == -1 ? commonTick + 1 : NEVER;
    }

    @Override
    public void visitAll(long tick, double[] input, int offset, Visit visit) {
        bringAllTo(tick - 1);
        beforeLeak(tick);
        if (alike) {
            leakAlike(input, offset);
        } else {
            leakEach(input, offset);
        }
        Arrays.fill(input, offset, offset + size, 0);
        afterInput();
        commonTick = tick;
        for (int i = 0; i < size; i++) {
            if (potential[i] >= fireLevel[i]) {
                fireUnlessRefractory(i, tick, visit);
            }
        }
    }

    private void leakAlike(double[] input, int offset) {
        double commonBeta = beta[0];
        double commonDrive = drive[0];
        for (int i = 0; i < size; i++) {
            potential[i] = commonBeta * potential[i] + commonDrive + input[offset + i];
        }
    }

    private void leakEach(double[] input, int offset) {
        for (int i = 0; i < size; i++) {
            potential[i] = beta[i] * potential[i] + drive[i] + input[offset + i];
        }
    }

    @Override
    public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
        keepSeparateTicks();
        recent.dropBefore(tick - Math.max(1, refractoryTicks));
        for (int k = 0; k < count; k++) {
            int neuron = neurons[k];
            bringTo(neuron, tick - 1);
            potential[neuron] = step(neuron, tick, input[offset + neuron]);
            upToDate[neuron] = tick;
            input[offset + neuron] = 0;
            if (potential[neuron] >= fireLevel[neuron]) {
                fireUnlessRefractory(neuron, tick, visit);
            }
        }
    }

    @Override
    public void membranePotentials(long tick, double[] potentials, int offset) {
        bringAllTo(tick);
        System.arraycopy(potential, 0, potentials, offset, size);
    }

    private void fireUnlessRefractory(int neuron, long tick, Visit visit) {
        if (isRefractory(neuron, tick)) {
            return;
        }
        visit.fire(neuron);
        if (lastSpike != null) {
            lastSpike[neuron] = tick;
            recent.add(neuron, tick);
        }
        if (!delayedReset) {
            potential[neuron] = switch (reset) {
                case TO_VALUE -> resetPotential[neuron];
                case BY_SUBTRACTION -> potential[neuron] - threshold[neuron];
                case NONE -> potential[neuron];
            };
        }
        // A reset may leave so much that the neuron fires again as soon as it may, though no input arrives.
        long nextFreeTick = tick + 1 + refractoryTicks;
        if (!firesWithoutInput && step(neuron, nextFreeTick, 0) >= fireLevel[neuron]) {
            visit.revisit(neuron, nextFreeTick);
        }
    }

    private boolean isRefractory(int neuron, long tick) {
        return refractoryTicks > 0 && tick - lastSpike[neuron] <= refractoryTicks;
    }

    /** The potential after a tick, given the one before it. */
    private double step(int neuron, long tick, double input) {
        double before = potential[neuron];
        if (isRefractory(neuron, tick)) {
            return before;
        }
        boolean resetNow = delayedReset && lastSpike[neuron] == tick - 1;
        if (resetNow && reset == Reset.TO_VALUE) {
            return beta[neuron] * resetPotential[neuron] + drive[neuron] + input;
        }
        double after = beta[neuron] * before + drive[neuron] + input;
        return resetNow && reset == Reset.BY_SUBTRACTION ? after - threshold[neuron] : after;
    }

    private void bringTo(int neuron, long tick) {
        long done = upToDate[neuron];
        if (done >= tick) {
            return;
        }
        if (lastSpike != null && lastSpike[neuron] + Math.max(1, refractoryTicks) > done) {
            done = recover(neuron, done, tick);
        }
        double value = potential[neuron];
        double leak = beta[neuron];
        double added = drive[neuron];
        for (; done < tick; done++) {
            double next = leak * value + added;
            if (next == value) {
                break;
            }
            value = next;
        }
        potential[neuron] = value;
        upToDate[neuron] = tick;
    }

    /** Passes the ticks of a delayed reset or a refractory period; returns the last tick passed. */
    private long recover(int neuron, long done, long tick) {
        if (!delayedReset) {
            return Math.min(tick, lastSpike[neuron] + refractoryTicks);
        }
        potential[neuron] = step(neuron, done + 1, 0);
        return done + 1;
    }

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

    private void keepSeparateTicks() {
        if (commonTick != SEPARATE) {
            Arrays.fill(upToDate, commonTick);
            commonTick = SEPARATE;
        }
    }

    private void beforeLeak(long tick) {
        recent.dropBefore(tick - Math.max(1, refractoryTicks));
        int count = recent.size();
        if (delayedReset && reset == Reset.TO_VALUE) {
            for (int k = 0; k < count; k++) {
                potential[recent.neuron(k)] = resetPotential[recent.neuron(k)];
            }
        } else if (!delayedReset) {
            if (standingStill.length < count) {
                standingStill = new double[2 * count];
            }
            for (int k = 0; k < count; k++) {
                standingStill[k] = potential[recent.neuron(k)];
            }
        }
    }

    private void afterInput() {
        int count = recent.size();
        for (int k = 0; k < count; k++) {
            int neuron = recent.neuron(k);
            if (!delayedReset) {
                potential[neuron] = standingStill[k];
            } else if (reset == Reset.BY_SUBTRACTION) {
                potential[neuron] -= threshold[neuron];
            }
        }
    }
}
