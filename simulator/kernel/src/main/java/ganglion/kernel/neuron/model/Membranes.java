package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The potentials of some leaky integrate-and-fire neurons, and what leak, threshold, reset and refractory period do to
 * them: the part that all models with {@link LifParameters} share. Knows no ticks between visits; the groups make up
 * for those.
 *
 * <p>A tick of all neurons is {@link #beforeLeak}, a loop of the group over {@link #potential}, which need not care for
 * resets and refractory periods, with {@link #fireRange} for each block of neurons, and {@link #complete}. A tick of one
 * neuron is {@link #after} and {@link #fires}. Both give the same bits: they do the same operations in the same order, {@code settled(beta v + drive)
 * + input}, with {@link Fading#settled}.
 *
 * <p>The loop over all neurons treats refractory neurons like any other, and the few of them are put right afterwards
 * from a list of recent spikes: a test per neuron would keep the compiler from vectorising the loop.
 *
 * <p>Arrays are package-private, because the groups' loops work on them. Not thread-safe: owned by one group.
 */
final class Membranes {

    private static final long NO_SPIKE_YET = Long.MIN_VALUE / 2;

    /** Share of the potentials by which a bound may miss the fire level and still count as reaching it. */
    private static final double BOUND_MARGIN = 1e-9;

    final int size;
    /** Membrane potential of each neuron, in the unit of its threshold. */
    final double[] potential;
    /** Share of the potential that remains after one tick, 0 to 1. */
    final double[] beta;

    /** What the leak towards rest and the bias add at every tick. */
    final double[] drive;

    /** The least potential at which a neuron fires. */
    final double[] fireLevel;

    /** Whether all neurons have the same beta, drive and fire level. */
    final boolean alike;

    private final Reset reset;
    private final boolean strict;
    private final boolean delayedReset;
    private final int refractoryTicks;
    private final double[] threshold;
    private final double[] resetPotential;

    /** Tick of each neuron's latest spike; null where spikes are done with once the neuron is reset. */
    private final long[] lastSpike;

    /** The spikes of which a delayed reset or a refractory period is still to be applied. */
    private final RecentSpikes recent = new RecentSpikes();

    /** Potentials of the first recent spikes' neurons, which stand still during the tick of all neurons at hand. */
    private double[] standingStill = new double[0];

    private int standingCount;

    /**
     * Membranes at their initial potential, before the first tick.
     *
     * @param parameters of the population
     * @param first position of the first neuron in its population
     * @param size number of neurons
     * @param fires whether the neurons have a threshold at all
     */
    Membranes(LifParameters parameters, int first, int size, boolean fires) {
        this.size = size;
        this.reset = parameters.reset();
        this.strict = parameters.strict();
        this.delayedReset = parameters.delayedReset();
        this.refractoryTicks = parameters.refractoryTicks();
        this.beta = parameters.beta().copyOf(first, size);
        this.threshold = parameters.threshold().copyOf(first, size);
        this.resetPotential = parameters.resetPotential().copyOf(first, size);
        this.potential = parameters.initialPotential().copyOf(first, size);
        this.drive = drive(parameters, first);
        this.fireLevel = fireLevel(fires);
        this.alike = areAlike(beta) && areAlike(drive) && areAlike(fireLevel);
        // Most networks have neither delayed resets nor refractory periods, and need no ticks of spikes: 8 bytes less
        // per neuron.
        this.lastSpike = delayedReset || refractoryTicks > 0 ? new long[size] : null;
        if (lastSpike != null) {
            Arrays.fill(lastSpike, NO_SPIKE_YET);
        }
    }

    /** What each tick adds beside input: the leak towards rest and the bias, summed once. */
    private double[] drive(LifParameters parameters, int first) {
        double[] perTick = new double[size];
        for (int i = 0; i < size; i++) {
            double towardsRest = (1 - beta[i]) * parameters.rest().at(first + i);
            // The sum with zero turns a negative zero into a positive one, which the leak then keeps.
            perTick[i] = towardsRest + parameters.bias().at(first + i) + 0.0;
        }
        return perTick;
    }

    /**
     * A strict threshold is the next larger double: {@code v > threshold} is {@code v >= nextUp(threshold)}, so that
     * one comparison serves both.
     */
    private double[] fireLevel(boolean fires) {
        double[] level = new double[size];
        for (int i = 0; i < size; i++) {
            level[i] = strict ? Math.nextUp(threshold[i]) : threshold[i];
        }
        if (!fires) {
            Arrays.fill(level, Double.POSITIVE_INFINITY);
        }
        return level;
    }

    /** Whether all values are equal, so that loops can keep one in a register. */
    static boolean areAlike(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** The potential that a neuron tends to without input; minus infinity if it stays where it is. */
    double steadyState(int neuron) {
        return steadyState(neuron, 0);
    }

    /** The same with a constant input. */
    double steadyState(int neuron, double input) {
        double perTick = drive[neuron] + input;
        if (beta[neuron] < 1) {
            return perTick / (1 - beta[neuron]);
        }
        return perTick > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** Whether a potential reaches the fire level, or misses it by so little that rounding may make up for it. */
    boolean mayReachFireLevel(int neuron, double bound) {
        if (bound == Double.NEGATIVE_INFINITY || fireLevel[neuron] == Double.POSITIVE_INFINITY) {
            return false;
        }
        double margin = BOUND_MARGIN * (Math.abs(bound) + Math.abs(threshold[neuron]));
        return bound + margin >= fireLevel[neuron];
    }

    /** The potential of a neuron after a tick, given the one before it and what flows in. */
    double after(int neuron, long tick, double input) {
        return after(neuron, tick, input, 0);
    }

    /**
     * The potential after a tick with two inputs, which are added one after the other.
     *
     * <p>A refractory neuron keeps its potential and loses its input. A delayed reset to a value replaces the potential
     * before the leak; one that loses the input replaces the outcome; one by subtraction takes the threshold off the
     * outcome. These are three conventions of trainers, and each must be followed to the bit.
     */
    double after(int neuron, long tick, double input, double secondInput) {
        double before = potential[neuron];
        if (isRefractory(neuron, tick)) {
            return before;
        }
        boolean resetNow = delayedReset && lastSpike[neuron] == tick - 1;
        if (resetNow && reset == Reset.TO_VALUE_LOSING_INPUT) {
            return resetPotential[neuron];
        }
        if (resetNow && reset == Reset.TO_VALUE) {
            return leaked(neuron, resetPotential[neuron]) + input + secondInput;
        }
        double after = leaked(neuron, before) + input + secondInput;
        return resetNow && reset == Reset.BY_SUBTRACTION ? after - threshold[neuron] : after;
    }

    /** What a tick leaves of a potential, before input. */
    double leaked(int neuron, double before) {
        return Fading.settled(beta[neuron] * before + drive[neuron]);
    }

    /**
     * Whether a neuron is within its refractory period at a tick. NO_SPIKE_YET is far enough back, and does not
     * overflow.
     */
    boolean isRefractory(int neuron, long tick) {
        return refractoryTicks > 0 && tick - lastSpike[neuron] <= refractoryTicks;
    }

    /** The last tick at which the latest spike of a neuron still has an effect, by a refractory period or a delayed reset. */
    long recoveredAfter(int neuron) {
        return lastSpike == null ? NO_SPIKE_YET : lastSpike[neuron] + Math.max(1, refractoryTicks);
    }

    /** The next tick after a given one at which a neuron is not refractory. */
    long nextFreeTick(int neuron, long tick) {
        return refractoryTicks == 0 ? tick + 1 : Math.max(tick, lastSpike[neuron] + refractoryTicks) + 1;
    }

    /** Prepares the potentials for the leak of a tick of all neurons. */
    void beforeLeak(long tick) {
        forgetSpikesBefore(tick);
        int count = recent.size();
        if (delayedReset && reset == Reset.TO_VALUE) {
            for (int k = 0; k < count; k++) {
                potential[recent.neuron(k)] = resetPotential[recent.neuron(k)];
            }
        } else if (!delayedReset) {
            if (standingStill.length < count) {
                standingStill = new double[2 * count];
            }
            standingCount = count;
            for (int k = 0; k < count; k++) {
                // Refractory neurons go through the loop like all others; afterInput puts back what they had.
                standingStill[k] = potential[recent.neuron(k)];
            }
        }
    }

    /** Puts right those neurons that the leak and the input should not have changed, or not so. */
    void afterInput() {
        int count = delayedReset ? recent.size() : standingCount;
        for (int k = 0; k < count; k++) {
            int neuron = recent.neuron(k);
            if (!delayedReset) {
                potential[neuron] = standingStill[k];
            } else if (reset == Reset.BY_SUBTRACTION) {
                potential[neuron] -= threshold[neuron];
            } else if (reset == Reset.TO_VALUE_LOSING_INPUT) {
                potential[neuron] = resetPotential[neuron];
            }
        }
    }

    /** Drops spikes that have no effect any more at a tick. */
    private void forgetSpikesBefore(long tick) {
        recent.dropBefore(tick - Math.max(1, refractoryTicks));
    }

    /** Fires and resets all neurons whose potential is at the fire level, in ascending order. */
    void fireAll(long tick, Visit visit) {
        fire(0, size, tick, visit);
    }

    /**
     * Fires the neurons of a range whose leak and input are done, while their potentials are in the nearest cache, unless a
     * delayed reset is still to be applied. A refractory neuron does not fire, whatever leak and input made of it.
     */
    void fireRange(int from, int until, long tick, Visit visit) {
        if (!delayedReset) {
            fire(from, until, tick, visit);
        }
    }

    /** Completes a tick at which {@link #fireRange} has been called for all neurons, in ascending order. */
    void complete(long tick, Visit visit) {
        afterInput();
        if (delayedReset) {
            fireAll(tick, visit);
        }
    }

    /** Fires and resets the neurons of a range whose potential is at the fire level, in ascending order. */
    private void fire(int from, int until, long tick, Visit visit) {
        for (int i = nextAtFireLevel(from, until); i < until; i = nextAtFireLevel(i + 1, until)) {
            if (fires(i, tick)) {
                visit.fire(i);
            }
        }
    }

    /** The first neuron of a range whose potential is at the fire level; its end if there is none. */
    private int nextAtFireLevel(int from, int until) {
        return alike ? nextAtLevel(from, until, fireLevel[0]) : nextAtOwnLevel(from, until);
    }

    // Loops without calls, which the compiler unrolls: almost all of the time no neuron fires.

    /** The first neuron of a range that is not below a level that all share. */
    private int nextAtLevel(int from, int until, double level) {
        double[] values = potential;
        int i = from;
        while (i < until && level > values[i]) {
            i++;
        }
        return i;
    }

    /** The same for neurons with fire levels of their own. */
    private int nextAtOwnLevel(int from, int until) {
        double[] values = potential;
        double[] levels = fireLevel;
        int i = from;
        while (i < until && values[i] < levels[i]) {
            i++;
        }
        return i;
    }

    /** Fires and resets a neuron if its potential is at the fire level; returns whether it did. */
    boolean fires(int neuron, long tick) {
        if (potential[neuron] < fireLevel[neuron] || isRefractory(neuron, tick)) {
            return false;
        }
        reset(neuron, tick);
        return true;
    }

    /** The same with a threshold that is raised by some amount. */
    boolean fires(int neuron, long tick, double raise) {
        double level = threshold[neuron] + raise;
        boolean reached = strict ? potential[neuron] > level : potential[neuron] >= level;
        if (!reached || isRefractory(neuron, tick)) {
            return false;
        }
        reset(neuron, tick);
        return true;
    }

    /** Applies a spike at a tick to the neuron that fired it: an immediate reset, or a note of what is still to come. */
    private void reset(int neuron, long tick) {
        if (lastSpike != null) {
            lastSpike[neuron] = tick;
            forgetSpikesBefore(tick);
            recent.add(neuron, tick);
        }
        if (!delayedReset) {
            potential[neuron] = switch (reset) {
                case TO_VALUE, TO_VALUE_LOSING_INPUT -> resetPotential[neuron];
                case BY_SUBTRACTION -> potential[neuron] - threshold[neuron];
                case NONE -> potential[neuron];
            };
        }
    }

    /** Words of a neuron's state: potential, tick of the latest spike. */
    static final int STATE_WORDS = 2;

    /** Saves the state of the neurons, each at a distance of {@code stride} words. */
    void save(long[] words, int offset, int stride) {
        for (int i = 0; i < size; i++) {
            words[offset + i * stride] = Double.doubleToRawLongBits(potential[i]);
            words[offset + i * stride + 1] = lastSpike == null ? NO_SPIKE_YET : lastSpike[i];
        }
    }

    /** Takes over a state that was saved after a tick. */
    void restore(long tick, long[] words, int offset, int stride) {
        for (int i = 0; i < size; i++) {
            potential[i] = Double.longBitsToDouble(words[offset + i * stride]);
            if (lastSpike != null) {
                lastSpike[i] = words[offset + i * stride + 1];
            }
        }
        if (lastSpike != null) {
            restoreRecentSpikes(tick);
        }
    }

    /** Lists the spikes that still have an effect, oldest first, as the queue needs them. */
    private void restoreRecentSpikes(long tick) {
        IntStream.range(0, size)
                .filter(i -> lastSpike[i] > tick - Math.max(1, refractoryTicks))
                .boxed()
                .sorted(Comparator.comparingLong(i -> lastSpike[i]))
                .forEach(i -> recent.add(i, lastSpike[i]));
    }
}
