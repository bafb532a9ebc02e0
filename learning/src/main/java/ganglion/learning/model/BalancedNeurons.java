package ganglion.learning.model;

import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A layer of balanced resonate-and-fire neurons: a point {@code (u, v)} that turns by Euler steps, damped enough never to
 * diverge, and a refractory term {@code q} instead of a reset. With {@code I} the input of the step, a step does
 *
 * <pre>
 *   r = 1 + step (p(omega) - b_offset - q)   p(omega) = (-1 + sqrt(1 - (step omega)^2)) / step
 *   (u, v) = (r u - step omega v + step I, step omega u + r v)
 *   s = 1 if u &gt; threshold + q, otherwise 0
 *   q = refractoryDecay q + s
 * </pre>
 *
 * with the old {@code q} in the first three lines. Each neuron learns its own angular frequency {@code omega} and its own
 * {@code b_offset}. They start from uniform random values, and are kept above 0, where the authors take their magnitudes, and
 * below what would diverge. Recurrent weights start as Glorot and Bengio's uniform ones.
 *
 * <p>Source: Higuchi, Kairat, Bohte and Otte, "Balanced resonate-and-fire neurons", ICML 2024 (arXiv 2402.14603); the
 * defaults are theirs for the Spiking Heidelberg Digits.
 *
 * @param omega where angular frequencies start, in radians per unit of time
 * @param damping where the offsets of the damping start, per unit of time
 * @param step units of time in a step; their delta
 * @param refractoryDecay share of the refractory term that is left after a step, 0 to 1, 1 excluded; their gamma
 * @param threshold potential above which a neuron fires that is not refractory, above 0
 * @param learned whether the neurons' own parameters are learned
 * @param surrogate stand-in for the derivative of a spike
 * @param recurrence whether spikes come back to the layer
 */
public record BalancedNeurons(
        Span omega,
        Span damping,
        double step,
        double refractoryDecay,
        double threshold,
        boolean learned,
        Surrogate surrogate,
        Recurrence recurrence)
        implements FiringLayer {

    /** The largest turn in a step. */
    private static final double LARGEST_TURN = 0.9;

    /** The most that damping and refractory term may take off in a step: below {@code 2 sqrt(1 - 0.9 0.9)}. */
    private static final double LARGEST_DAMPING = 0.87;

    private static final double SMALLEST_DAMPING = 1e-6;

    /** What the paper trains with. */
    public static final BalancedNeurons USUAL = new BalancedNeurons(
            new Span(5, 10), new Span(2, 3), 0.01, 0.9, 1, true, new DoubleGaussian(0.5), Recurrence.NONE);

    /** @throws IllegalArgumentException if a setting is out of range */
    public BalancedNeurons {
        Objects.requireNonNull(surrogate, "surrogate");
        if (!(step > 0 && step <= 1)) {
            throw new IllegalArgumentException("the step is " + step + ", expected more than 0 and at most 1");
        }
        if (!(refractoryDecay >= 0 && refractoryDecay < 1)) {
            throw new IllegalArgumentException(
                    "the refractory decay is " + refractoryDecay + ", expected 0 or more and less than 1");
        }
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the threshold is " + threshold + ", expected more than 0");
        }
        if (!(step / (1 - refractoryDecay) < LARGEST_DAMPING - SMALLEST_DAMPING)) {
            throw new IllegalArgumentException("the refractory term damps by up to " + step / (1 - refractoryDecay)
                    + " in a step, expected less than " + LARGEST_DAMPING
                    + ": the step, or the refractory decay, is too large");
        }
        omega.check("angular frequency", frequencies(step));
        damping.check("damping", dampings(step, refractoryDecay));
    }

    private static Span frequencies(double step) {
        return new Span(0, LARGEST_TURN / step);
    }

    private static Span dampings(double step, double refractoryDecay) {
        return new Span(SMALLEST_DAMPING / step, LARGEST_DAMPING / step - 1 / (1 - refractoryDecay));
    }

    /** Sine of the angle by which a neuron turns in a step. */
    public double turn(double angularFrequency) {
        return step * angularFrequency;
    }

    /** What a neuron that is not refractory keeps of u and v in a step: r without q. */
    public double keep(double angularFrequency, double offset) {
        double turn = turn(angularFrequency);
        return Math.sqrt(1 - turn * turn) - step * offset;
    }

    /** Derivative of {@link #keep} by the turn. */
    public double keepSlope(double angularFrequency) {
        double turn = turn(angularFrequency);
        return -turn / Math.sqrt(1 - turn * turn);
    }

    @Override
    public String kind() {
        return "balanced-resonate-and-fire";
    }

    @Override
    public boolean fires() {
        return true;
    }

    private OwnParameters own() {
        return new OwnParameters(learned, recurrence)
                .with("omega", omega)
                .with("b_offset", damping)
                .withUniformWeights();
    }

    @Override
    public Span rangeOf(String parameter) {
        return switch (parameter) {
            case "omega" -> frequencies(step);
            case "b_offset" -> dampings(step, refractoryDecay);
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
    public BalancedNeurons withRecurrence(Recurrence other) {
        return new BalancedNeurons(omega, damping, step, refractoryDecay, threshold, learned, surrogate, other);
    }

    /** The same with another threshold. */
    public BalancedNeurons withThreshold(double other) {
        return new BalancedNeurons(omega, damping, step, refractoryDecay, other, learned, surrogate, recurrence);
    }

    /** The same with other frequencies, damping and refractory term. */
    public BalancedNeurons withDynamics(
            Span otherOmega, Span otherDamping, double otherStep, double otherRefractoryDecay) {
        return new BalancedNeurons(
                otherOmega, otherDamping, otherStep, otherRefractoryDecay, threshold, learned, surrogate, recurrence);
    }
}
