package ganglion.kernel.neuron;

import java.util.Objects;

/**
 * Parameters of a leaky integrate-and-fire neuron. Potentials are in the unit of the threshold: dimensionless in trained
 * networks, volts or millivolts elsewhere.
 *
 * @param beta share of the potential that is left after one tick, 0 to 1; for a membrane time constant tau, exp(-tick/tau)
 * @param threshold potential at which the neuron fires
 * @param strict whether it fires only above the threshold, as snnTorch's neurons do, rather than at it
 * @param reset what a spike does to the potential
 * @param delayedReset whether the reset acts at the tick after the spike, as in trainers, rather than at once
 * @param resetPotential potential after {@link Reset#TO_VALUE}, below the threshold
 * @param rest potential that the neuron leaks towards
 * @param bias added to the potential at every tick
 * @param refractoryTicks ticks after a spike during which the potential stands still and input is lost, 0 or more
 */
public record LifParameters(
        double beta,
        double threshold,
        boolean strict,
        Reset reset,
        boolean delayedReset,
        double resetPotential,
        double rest,
        double bias,
        int refractoryTicks) {

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public LifParameters {
        Objects.requireNonNull(reset, "reset");
        if (!(beta >= 0 && beta <= 1)) {
            throw new IllegalArgumentException("beta is " + beta + ", expected a number from 0 to 1");
        }
        checkFinite("threshold", threshold);
        checkFinite("reset potential", resetPotential);
        checkFinite("rest", rest);
        checkFinite("bias", bias);
        if (reset == Reset.TO_VALUE && resetPotential >= threshold) {
            throw new IllegalArgumentException(
                    "the reset potential " + resetPotential + " is not below the threshold " + threshold);
        }
        if (reset == Reset.BY_SUBTRACTION && threshold <= 0) {
            throw new IllegalArgumentException(
                    "the threshold is " + threshold + ", expected more than 0 to reset by subtraction");
        }
        if (refractoryTicks < 0) {
            throw new IllegalArgumentException(
                    "the refractory period is " + refractoryTicks + " ticks, expected 0 or more");
        }
        if (delayedReset && refractoryTicks > 0) {
            throw new IllegalArgumentException("a delayed reset cannot go with a refractory period");
        }
    }

    private static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + name + " is " + value + ", expected a finite number");
        }
    }

    /** A neuron that fires when it reaches the threshold and is set to zero at once, without bias or refractory period. */
    public static LifParameters of(double beta, double threshold) {
        return new LifParameters(beta, threshold, false, Reset.TO_VALUE, false, 0, 0, 0, 0);
    }

    /** The same with a threshold that must be exceeded, not only reached. */
    public LifParameters withStrictThreshold() {
        return new LifParameters(
                beta, threshold, true, reset, delayedReset, resetPotential, rest, bias, refractoryTicks);
    }

    /** The same with another reset. */
    public LifParameters withReset(Reset other, boolean delayed) {
        return new LifParameters(beta, threshold, strict, other, delayed, resetPotential, rest, bias, refractoryTicks);
    }

    /** The same with another potential after a spike. */
    public LifParameters withResetPotential(double potential) {
        return new LifParameters(beta, threshold, strict, reset, delayedReset, potential, rest, bias, refractoryTicks);
    }

    /** The same, leaking towards another potential. */
    public LifParameters withRest(double potential) {
        return new LifParameters(
                beta, threshold, strict, reset, delayedReset, resetPotential, potential, bias, refractoryTicks);
    }

    /** The same with another constant input a tick. */
    public LifParameters withBias(double perTick) {
        return new LifParameters(
                beta, threshold, strict, reset, delayedReset, resetPotential, rest, perTick, refractoryTicks);
    }

    /** The same with another refractory period. */
    public LifParameters withRefractoryTicks(int ticks) {
        return new LifParameters(beta, threshold, strict, reset, delayedReset, resetPotential, rest, bias, ticks);
    }
}
