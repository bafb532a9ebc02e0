package ganglion.learning.model;

import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Parameter.Initial;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A layer of spiking neurons, one to each input. A neuron fires when its potential exceeds its threshold (not when it only
 * reaches it); decays are clamped to 0..1 where they are used. Equations, with {@code I} the input of the step and
 * {@code R = 1} where the potential of the step before exceeded the threshold:
 *
 * <pre>
 *   leaky     u = beta v + I;   subtract: v = u - R threshold   zero: v = beta (1 - R) v + I   none: v = u
 *   synaptic  c = alpha c + I;  u = beta v + c;   subtract: v = u - R threshold   zero: v = (1 - R) u
 * </pre>
 *
 * With a reset at once, {@code R} is that of this step. Parameters, in this order, where they apply: {@code alpha},
 * {@code beta}, {@code threshold}, {@code recurrent_weight}, {@code recurrent_bias}.
 *
 * <p>Source: snnTorch 0.9.4, whose neurons these equal (Eshraghian et al., Proc. IEEE 111(9), 2023).
 *
 * @param dynamics how the potential follows the input
 * @param reset effect of a spike on the potential
 * @param delayedReset whether the reset acts one step after the spike, as in snnTorch by default
 * @param surrogate stand-in for the derivative of a spike
 * @param recurrence whether spikes come back to the layer
 * @param alpha decay of the synaptic current; unused by leaky neurons
 * @param beta decay of the potential
 * @param threshold potential above which a neuron fires
 */
public record Neurons(
        Dynamics dynamics,
        ResetRule reset,
        boolean delayedReset,
        Surrogate surrogate,
        Recurrence recurrence,
        Setting alpha,
        Setting beta,
        Setting threshold)
        implements FiringLayer {

    private static final Surrogate USUAL_SURROGATE = new FastSigmoid(25);

    /** @throws IllegalArgumentException if settings contradict each other */
    public Neurons {
        Objects.requireNonNull(surrogate, "surrogate");
        if (dynamics == Dynamics.INTEGRATOR && recurrence != Recurrence.NONE) {
            throw new IllegalArgumentException("neurons of kind INTEGRATOR take no recurrence");
        }
    }

    /** Leaky neurons with a fixed decay and threshold 1 that reset by subtraction, one step after the spike. */
    public static Neurons leaky(double beta) {
        return of(Dynamics.LEAKY, Setting.fixed(1), Setting.fixed(beta));
    }

    /** Neurons with a synaptic current, with fixed decays and threshold 1 that reset by subtraction. */
    public static Neurons synaptic(double alpha, double beta) {
        return of(Dynamics.SYNAPTIC, Setting.fixed(alpha), Setting.fixed(beta));
    }

    /** A read-out that never fires. */
    public static Neurons integrator(double beta) {
        return of(Dynamics.INTEGRATOR, Setting.fixed(1), Setting.fixed(beta)).withReset(ResetRule.NONE, true);
    }

    private static Neurons of(Dynamics dynamics, Setting alpha, Setting beta) {
        return new Neurons(
                dynamics, ResetRule.SUBTRACT, true, USUAL_SURROGATE, Recurrence.NONE, alpha, beta, Setting.fixed(1));
    }

    @Override
    public String kind() {
        return "neurons";
    }

    /** Whether the neurons have synaptic currents besides their potentials. */
    public boolean hasCurrent() {
        return dynamics == Dynamics.SYNAPTIC;
    }

    @Override
    public boolean fires() {
        return dynamics != Dynamics.INTEGRATOR;
    }

    /** Whether a delayed reset to zero keeps the input of its step. */
    public boolean zeroKeepsInput() {
        return !hasCurrent() && recurrence == Recurrence.NONE;
    }

    private Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        if (hasCurrent()) {
            settings.put("alpha", alpha);
        }
        settings.put("beta", beta);
        settings.put("threshold", threshold);
        return settings;
    }

    private List<ParameterShape> recurrentShapes(int size) {
        return recurrence == Recurrence.NONE
                ? List.of()
                : List.of(
                        new ParameterShape("recurrent_weight", true, size, size),
                        new ParameterShape("recurrent_bias", true, size));
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        List<ParameterShape> shapes = new ArrayList<>();
        settings().forEach((name, setting) -> shapes.add(setting.shape(name, input.size())));
        shapes.addAll(recurrentShapes(input.size()));
        return shapes;
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        int size = input.size();
        List<Parameter> parameters = new ArrayList<>();
        settings().forEach((name, setting) -> parameters.add(setting.create(name, size)));
        parameters.addAll(Initial.uniform(recurrentShapes(size), size, random));
        return parameters;
    }

    /** The same with another reset. */
    public Neurons withReset(ResetRule other, boolean delayed) {
        return new Neurons(dynamics, other, delayed, surrogate, recurrence, alpha, beta, threshold);
    }

    /** The same with another surrogate. */
    public Neurons withSurrogate(Surrogate other) {
        return new Neurons(dynamics, reset, delayedReset, other, recurrence, alpha, beta, threshold);
    }

    /** The same with another recurrence. */
    public Neurons withRecurrence(Recurrence other) {
        return new Neurons(dynamics, reset, delayedReset, surrogate, other, alpha, beta, threshold);
    }

    /** The same with other decays and another threshold. */
    public Neurons withSettings(Setting otherAlpha, Setting otherBeta, Setting otherThreshold) {
        return new Neurons(dynamics, reset, delayedReset, surrogate, recurrence, otherAlpha, otherBeta, otherThreshold);
    }

    /** How the potential of a neuron follows its input. */
    public enum Dynamics {
        /** The potential leaks, input is added to it. */
        LEAKY,
        /** Input is added to a current that leaks with {@code alpha}; the potential leaks and integrates the current. */
        SYNAPTIC,
        /** Like {@link #LEAKY} but never fires: a read-out of which the potential is taken. */
        INTEGRATOR
    }

    /** Effect of a spike on the potential. */
    public enum ResetRule {
        /** The threshold is subtracted. */
        SUBTRACT,
        /**
         * The potential is set to zero. With a delayed reset, {@link Dynamics#LEAKY} neurons without recurrence keep the input
         * of that tick, all others lose it, as in snnTorch.
         */
        ZERO,
        /** Nothing. */
        NONE
    }
}
