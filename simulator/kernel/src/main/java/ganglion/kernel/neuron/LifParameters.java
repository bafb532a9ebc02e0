package ganglion.kernel.neuron;

import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Parameters of a leaky integrate-and-fire neuron, one value for all neurons of a population or one each. Potentials are in
 * the unit of the threshold: dimensionless in trained networks, volts or millivolts elsewhere.
 *
 * @param beta share of the potential that is left after one tick, 0 to 1; for a membrane time constant tau, exp(-tick/tau)
 * @param threshold potential at which the neuron fires
 * @param strict whether it fires only above the threshold, as snnTorch's neurons do, rather than at it
 * @param reset what a spike does to the potential
 * @param delayedReset whether the reset acts at the tick after the spike, as in trainers, rather than at once
 * @param resetPotential potential after a reset to a value, below the threshold
 * @param rest potential that the neuron leaks towards
 * @param bias added to the potential at every tick
 * @param initialPotential potential before the first tick
 * @param refractoryTicks ticks after a spike during which the potential stands still and input is lost, 0 or more
 */
public record LifParameters(
        NeuronValues beta,
        NeuronValues threshold,
        boolean strict,
        Reset reset,
        boolean delayedReset,
        NeuronValues resetPotential,
        NeuronValues rest,
        NeuronValues bias,
        NeuronValues initialPotential,
        int refractoryTicks) {

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public LifParameters {
        Objects.requireNonNull(reset, "reset");
        beta.check("beta", value -> value >= 0 && value <= 1, "a number from 0 to 1");
        DoublePredicate fits = NetworkNumbers::fits;
        threshold.check("threshold", Double::isFinite, "a finite number");
        resetPotential.checkFits("reset potential");
        rest.checkFits("rest");
        bias.checkFits("bias");
        initialPotential.checkFits("initial potential");
        if (reset.toValue()) {
            checkResetBelowThreshold(resetPotential, threshold);
        } else if (reset == Reset.BY_SUBTRACTION) {
            threshold.check("threshold", value -> value > 0, "more than 0 to reset by subtraction");
        }
        if (refractoryTicks < 0) {
            throw new IllegalArgumentException(
                    "the refractory period is " + refractoryTicks + " ticks, expected 0 or more");
        }
        if (delayedReset && refractoryTicks > 0) {
            throw new IllegalArgumentException("a delayed reset cannot go with a refractory period");
        }
    }

    /**
     * Refuses a reset potential at which the neuron would fire again at once: it would fire at every tick for ever.
     *
     * @throws IllegalArgumentException naming the first pair of values that does not fit
     */
    public static void checkResetBelowThreshold(NeuronValues resetPotential, NeuronValues threshold) {
        int count = Math.max(resetPotential.count(), threshold.count());
        IntStream.range(0, count)
                .filter(i -> resetPotential.at(i) >= threshold.at(i))
                .findFirst()
                .ifPresent(i -> {
                    throw new IllegalArgumentException("the reset potential " + resetPotential.at(i)
                            + " is not below the threshold " + threshold.at(i));
                });
    }

    /** The text of any record, written out: it is part of the fingerprint of every run, where Java takes 20 ms to find it out. */
    @Override
    public String toString() {
        return "LifParameters[beta=" + beta + ", threshold=" + threshold + ", strict=" + strict + ", reset=" + reset
                + ", delayedReset=" + delayedReset + ", resetPotential=" + resetPotential + ", rest=" + rest + ", bias="
                + bias + ", initialPotential=" + initialPotential + ", refractoryTicks=" + refractoryTicks + "]";
    }

    /** A neuron that fires when it reaches the threshold and is set to zero at once, without bias or refractory period. */
    public static LifParameters of(double beta, double threshold) {
        return of(NeuronValues.of(beta), NeuronValues.of(threshold));
    }

    /** The same with a value for each neuron. */
    public static LifParameters of(NeuronValues beta, NeuronValues threshold) {
        NeuronValues zero = NeuronValues.of(0);
        return new LifParameters(beta, threshold, false, Reset.TO_VALUE, false, zero, zero, zero, zero, 0);
    }

    /**
     * Refuses a population of another size than that of values given for each neuron.
     *
     * @throws IllegalArgumentException naming the parameter and both sizes
     */
    public void checkSize(int populationSize) {
        beta.checkSize("beta", populationSize);
        threshold.checkSize("threshold", populationSize);
        resetPotential.checkSize("reset potential", populationSize);
        rest.checkSize("rest", populationSize);
        bias.checkSize("bias", populationSize);
        initialPotential.checkSize("initial potential", populationSize);
    }

    /** The same with a threshold that must be exceeded, not only reached. */
    public LifParameters withStrictThreshold() {
        return new LifParameters(
                beta,
                threshold,
                true,
                reset,
                delayedReset,
                resetPotential,
                rest,
                bias,
                initialPotential,
                refractoryTicks);
    }

    /** The same with another reset. */
    public LifParameters withReset(Reset other, boolean delayed) {
        return new LifParameters(
                beta, threshold, strict, other, delayed, resetPotential, rest, bias, initialPotential, refractoryTicks);
    }

    /** The same with another potential after a spike. */
    public LifParameters withResetPotential(NeuronValues other) {
        return new LifParameters(
                beta, threshold, strict, reset, delayedReset, other, rest, bias, initialPotential, refractoryTicks);
    }

    /** The same, leaking towards another potential, and starting from it. */
    public LifParameters withRest(NeuronValues other) {
        return new LifParameters(
                beta, threshold, strict, reset, delayedReset, resetPotential, other, bias, other, refractoryTicks);
    }

    /** The same with another constant input a tick. */
    public LifParameters withBias(NeuronValues perTick) {
        return new LifParameters(
                beta,
                threshold,
                strict,
                reset,
                delayedReset,
                resetPotential,
                rest,
                perTick,
                initialPotential,
                refractoryTicks);
    }

    /** The same with another potential before the first tick. */
    public LifParameters withInitialPotential(NeuronValues other) {
        return new LifParameters(
                beta, threshold, strict, reset, delayedReset, resetPotential, rest, bias, other, refractoryTicks);
    }

    /** The same with another refractory period. */
    public LifParameters withRefractoryTicks(int ticks) {
        return new LifParameters(
                beta, threshold, strict, reset, delayedReset, resetPotential, rest, bias, initialPotential, ticks);
    }
}
