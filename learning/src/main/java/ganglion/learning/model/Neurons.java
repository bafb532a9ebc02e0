package ganglion.learning.model;

import ganglion.learning.delay.SynapseDelays;
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
 * {@code beta}, {@code threshold}, {@code graded_spikes_factor}, {@code recurrent_weight}, {@code recurrent_bias},
 * {@code recurrent_delay}.
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
 * @param gradedSpikesFactor size of a spike, 1 unless spikes are graded
 * @param adaptation of the threshold
 * @param winnerOnly whether only the neuron farthest above its threshold may fire in a step (lateral inhibition)
 * @param recurrentDelays of the synapses within the layer, if there are any from all to all
 */
public record Neurons(
        Dynamics dynamics,
        ResetRule reset,
        boolean delayedReset,
        Surrogate surrogate,
        Recurrence recurrence,
        Setting alpha,
        Setting beta,
        Setting threshold,
        Setting gradedSpikesFactor,
        Adaptation adaptation,
        boolean winnerOnly,
        SynapseDelays recurrentDelays)
        implements FiringLayer {

    private static final Surrogate USUAL_SURROGATE = new FastSigmoid(25);

    /** @throws IllegalArgumentException if settings contradict each other */
    public Neurons {
        Objects.requireNonNull(surrogate, "surrogate");
        recurrence.check(recurrentDelays);
        boolean recurrent = recurrence != Recurrence.NONE;
        if ((dynamics == Dynamics.ALPHA || dynamics == Dynamics.INTEGRATOR) && (recurrent || adaptation.active())) {
            throw new IllegalArgumentException("neurons of kind " + dynamics + " take no recurrence and no adaptation");
        }
        if (dynamics == Dynamics.ALPHA && !delayedReset) {
            throw new IllegalArgumentException("neurons of kind ALPHA reset one step after the spike only");
        }
        if (dynamics == Dynamics.ALPHA && (alpha.trainable() || beta.trainable())) {
            throw new IllegalArgumentException("the decays of neurons of kind ALPHA are not learned");
        }
        if (dynamics == Dynamics.ALPHA && winnerOnly) {
            throw new IllegalArgumentException("neurons of kind ALPHA take no lateral inhibition");
        }
        if (winnerOnly && adaptation.active()) {
            throw new IllegalArgumentException("an adaptive threshold does not go with lateral inhibition");
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
        Setting one = Setting.fixed(1);
        return new Neurons(
                dynamics,
                ResetRule.SUBTRACT,
                true,
                USUAL_SURROGATE,
                Recurrence.NONE,
                alpha,
                beta,
                one,
                one,
                Adaptation.NONE,
                false,
                SynapseDelays.NONE);
    }

    @Override
    public String kind() {
        return "neurons";
    }

    /** Whether the neurons have synaptic currents besides their potentials. */
    public boolean hasCurrent() {
        return dynamics == Dynamics.SYNAPTIC || dynamics == Dynamics.ALPHA;
    }

    @Override
    public boolean fires() {
        return dynamics != Dynamics.INTEGRATOR;
    }

    /** Whether spikes have other values than 1, or may come to have. */
    public boolean gradesSpikes() {
        return gradedSpikesFactor.trainable() || gradedSpikesFactor.initial() != 1;
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
        if (gradesSpikes()) {
            settings.put("graded_spikes_factor", gradedSpikesFactor);
        }
        return settings;
    }

    private List<ParameterShape> recurrentShapes(int size) {
        return switch (recurrence) {
            case NONE -> List.of();
            case ONE_TO_ONE -> List.of(new ParameterShape("recurrent_weight", true, size));
            case ALL_TO_ALL ->
                List.of(
                        new ParameterShape("recurrent_weight", true, size, size),
                        new ParameterShape("recurrent_bias", true, size));
        };
    }

    @Override
    public Span rangeOf(String parameter) {
        return parameter.equals(RECURRENT_DELAY) ? rangeOfDelays() : Span.ANY;
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        List<ParameterShape> shapes = new ArrayList<>();
        settings().forEach((name, setting) -> shapes.add(setting.shape(name, input.size())));
        shapes.addAll(recurrentShapes(input.size()));
        addDelays(shapes, input.size());
        return shapes;
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        int size = input.size();
        List<Parameter> parameters = new ArrayList<>();
        settings().forEach((name, setting) -> parameters.add(setting.create(name, size)));
        if (recurrence == Recurrence.ONE_TO_ONE) {
            parameters.add(Initial.constant("recurrent_weight", size, 1, true));
        } else {
            parameters.addAll(Initial.uniform(recurrentShapes(size), size, random));
        }
        addDelays(parameters, size, random);
        return parameters;
    }

    /** The same with another reset. */
    public Neurons withReset(ResetRule other, boolean delayed) {
        return new Neurons(
                dynamics,
                other,
                delayed,
                surrogate,
                recurrence,
                alpha,
                beta,
                threshold,
                gradedSpikesFactor,
                adaptation,
                winnerOnly,
                recurrentDelays);
    }

    /** The same with another surrogate. */
    public Neurons withSurrogate(Surrogate other) {
        return new Neurons(
                dynamics,
                reset,
                delayedReset,
                other,
                recurrence,
                alpha,
                beta,
                threshold,
                gradedSpikesFactor,
                adaptation,
                winnerOnly,
                recurrentDelays);
    }

    /** The same with another recurrence, without delays. */
    public Neurons withRecurrence(Recurrence other) {
        return new Neurons(
                dynamics,
                reset,
                delayedReset,
                surrogate,
                other,
                alpha,
                beta,
                threshold,
                gradedSpikesFactor,
                adaptation,
                winnerOnly,
                SynapseDelays.NONE);
    }

    /** The same with other decays and another threshold. */
    public Neurons withSettings(Setting otherAlpha, Setting otherBeta, Setting otherThreshold) {
        return new Neurons(
                dynamics,
                reset,
                delayedReset,
                surrogate,
                recurrence,
                otherAlpha,
                otherBeta,
                otherThreshold,
                gradedSpikesFactor,
                adaptation,
                winnerOnly,
                recurrentDelays);
    }

    /** The same with an adaptive threshold. */
    public Neurons withAdaptation(Adaptation other) {
        return new Neurons(
                dynamics,
                reset,
                delayedReset,
                surrogate,
                recurrence,
                alpha,
                beta,
                threshold,
                gradedSpikesFactor,
                other,
                winnerOnly,
                recurrentDelays);
    }

    /** The same with graded spikes, or with lateral inhibition. */
    public Neurons withOutput(Setting otherGradedSpikesFactor, boolean onlyWinnerFires) {
        return new Neurons(
                dynamics,
                reset,
                delayedReset,
                surrogate,
                recurrence,
                alpha,
                beta,
                threshold,
                otherGradedSpikesFactor,
                adaptation,
                onlyWinnerFires,
                recurrentDelays);
    }

    /** The same with recurrence from all to all, through delays. */
    public Neurons withRecurrentDelays(SynapseDelays delays) {
        return new Neurons(
                dynamics,
                reset,
                delayedReset,
                surrogate,
                Recurrence.ALL_TO_ALL,
                alpha,
                beta,
                threshold,
                gradedSpikesFactor,
                adaptation,
                winnerOnly,
                delays);
    }

    /** How the potential of a neuron follows its input. */
    public enum Dynamics {
        /** The potential leaks, input is added to it. */
        LEAKY,
        /** Input is added to a current that leaks with {@code alpha}; the potential leaks and integrates the current. */
        SYNAPTIC,
        /** Two currents of opposite sign with {@code alpha} and {@code beta} make a response that rises and falls. */
        ALPHA,
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

    /**
     * A threshold that rises with each spike and falls back: {@code threshold + strength a}, where {@code a <- decay a + s} and
     * {@code s} is the spike of the step before (Bellec et al., "Long short-term memory and learning-to-learn in networks of
     * spiking neurons", NeurIPS 2018). A reset by subtraction takes off the threshold without {@code a}.
     *
     * @param decay share of {@code a} that is left after one step, 0 to 1
     * @param strength rise of the threshold with one spike; 0 for none
     */
    public record Adaptation(double decay, double strength) {

        /** A threshold that stays where it is. */
        public static final Adaptation NONE = new Adaptation(0, 0);

        /** @throws IllegalArgumentException if a number is out of range */
        public Adaptation {
            if (!(decay >= 0 && decay <= 1) || !Double.isFinite(strength)) {
                throw new IllegalArgumentException("an adaptation with decay " + decay + " and strength " + strength
                        + ", expected a decay from 0 to 1 and a finite strength");
            }
        }

        /** Whether the threshold moves at all. */
        public boolean active() {
            return strength != 0;
        }
    }
}
