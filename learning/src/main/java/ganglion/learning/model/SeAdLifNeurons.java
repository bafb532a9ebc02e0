package ganglion.learning.model;

import ganglion.kernel.neuron.model.CouplingBound;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.Exponential;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A layer of leaky integrate-and-fire neurons whose adaptation {@code w} follows the potential and the spikes, by the
 * symplectic Euler step. With {@code I} the input of the step, a step does
 *
 * <pre>
 *   p = alpha u + (1 - alpha) (I - w)        alpha = exp(-1 / tau_u)
 *   s = 1 if p &gt; threshold, otherwise 0
 *   u = p (1 - s)
 *   w = rho w + (1 - rho) scale (a u + b s)  rho = exp(-1 / tau_w)
 * </pre>
 *
 * with the new {@code u} in the last line. Each neuron has its own four numbers, which are learned within bounds:
 * {@code tau_u_share} and {@code tau_w_share} say from 0 to 1 where in their spans the time constants lie, {@code a} and
 * {@code b} lie in theirs. They start from uniform random values, recurrent weights from an orthogonal matrix. In the
 * backward pass the {@code s} of the reset counts as a constant.
 *
 * <p>Source: Baronig et al., "Advancing spatio-temporal processing in spiking neural networks through adaptation", 2024
 * (arXiv 2408.07517); the defaults are theirs for the Spiking Heidelberg Digits.
 *
 * @param tauU time constants of the potential, in steps, above 0
 * @param tauW time constants of the adaptation, in steps, above 0
 * @param a strengths by which the adaptation follows the potential, in units of the scale
 * @param b strengths by which the adaptation follows the spikes, in units of the scale
 * @param scale factor on both strengths, which makes them parameters of about 1; above 0
 * @param threshold potential above which a neuron fires, above 0
 * @param learned whether the neurons' own parameters are learned
 * @param surrogate stand-in for the derivative of a spike
 * @param recurrence whether spikes come back to the layer
 */
public record SeAdLifNeurons(
        Span tauU,
        Span tauW,
        Span a,
        Span b,
        double scale,
        double threshold,
        boolean learned,
        Surrogate surrogate,
        Recurrence recurrence)
        implements FiringLayer {

    private static final Span TIMES = new Span(0.01, 1e5);
    private static final Span STRENGTHS = new Span(-1e6, 1e6);

    /** What the paper trains with. */
    public static final SeAdLifNeurons USUAL = new SeAdLifNeurons(
            new Span(5, 25),
            new Span(60, 300),
            new Span(0, 1),
            new Span(0, 2),
            120,
            1,
            true,
            new Exponential(5),
            Recurrence.NONE);

    /** @throws IllegalArgumentException if a setting is out of range, or some of the neurons would not be stable */
    public SeAdLifNeurons {
        Objects.requireNonNull(surrogate, "surrogate");
        tauU.check("time constant of the potential", TIMES);
        tauW.check("time constant of the adaptation", TIMES);
        a.check("a", STRENGTHS);
        b.check("b", STRENGTHS);
        positive("scale", scale);
        positive("threshold", threshold);
        double most = CouplingBound.of(decay(tauU.low()), decay(tauW.low()));
        if (!(a.low() * scale > -1 && a.high() * scale < most)) {
            throw new IllegalArgumentException("a times the scale is from " + a.low() * scale + " to "
                    + a.high() * scale + ", expected more than -1 and less than " + most
                    + ", or potentials would grow without end");
        }
    }

    private static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected more than 0");
        }
    }

    /** Share that is left of a variable after one step. */
    public static double decay(double timeConstant) {
        return StrictMath.exp(-1 / timeConstant);
    }

    /** The decay of a neuron by its parameter. */
    public static double decay(Span timeConstants, double share) {
        return decay(timeConstants.at(share));
    }

    /** Derivative of {@link #decay(Span, double)} by the share. */
    public static double decaySlope(Span timeConstants, double share) {
        double tau = timeConstants.at(share);
        return decay(tau) / (tau * tau) * (timeConstants.high() - timeConstants.low());
    }

    @Override
    public String kind() {
        return "se-adlif";
    }

    @Override
    public boolean fires() {
        return true;
    }

    private OwnParameters own() {
        return new OwnParameters(learned, recurrence)
                .with("tau_u_share", Span.SHARE)
                .with("tau_w_share", Span.SHARE)
                .with("a", a)
                .with("b", b);
    }

    @Override
    public Span rangeOf(String parameter) {
        return switch (parameter) {
            case "tau_u_share", "tau_w_share" -> Span.SHARE;
            case "a" -> a;
            case "b" -> b;
            default -> Span.ANY;
        };
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        return own().shapes(input);
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        return own().create(input, random);
    }

    /** The same with another recurrence. */
    public SeAdLifNeurons withRecurrence(Recurrence other) {
        return new SeAdLifNeurons(tauU, tauW, a, b, scale, threshold, learned, surrogate, other);
    }

    /** The same with another threshold. */
    public SeAdLifNeurons withThreshold(double other) {
        return new SeAdLifNeurons(tauU, tauW, a, b, scale, other, learned, surrogate, recurrence);
    }

    /** The same with other time constants and strengths. */
    public SeAdLifNeurons withDynamics(Span otherTauU, Span otherTauW, Span otherA, Span otherB, double otherScale) {
        return new SeAdLifNeurons(
                otherTauU, otherTauW, otherA, otherB, otherScale, threshold, learned, surrogate, recurrence);
    }
}
