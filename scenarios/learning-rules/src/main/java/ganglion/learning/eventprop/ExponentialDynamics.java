package ganglion.learning.eventprop;

/**
 * How potential {@code V} and synaptic current {@code I} of a neuron change between events:
 *
 * <pre>
 * membrane dV/dt = -V + I          synapse dI/dt = -I
 * </pre>
 *
 * <p>With {@code m = exp(-t / membrane)} and {@code s = exp(-t / synapse)}, a current that was 1 gives the potential {@code c (m - s)}
 * after {@code t}, {@code c = synapse / (membrane - synapse)}.
 *
 * @param membrane time constant of the potential, in steps
 * @param synapse time constant of the current, in steps
 */
public record ExponentialDynamics(double membrane, double synapse) {

    /** Below this difference, as a share of the larger, the difference of the exponentials would lose too many digits. */
    private static final double LEAST_DIFFERENCE = 0.01;

    /** @throws IllegalArgumentException if a time constant is not above 0, or they differ by less than 1 % */
    public ExponentialDynamics {
        if (!(membrane > 0
                && membrane < Double.POSITIVE_INFINITY
                && synapse > 0
                && synapse < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time constants of " + membrane + " (membrane) and " + synapse
                    + " (synapse) steps, expected numbers above 0");
        }
        if (Math.abs(membrane - synapse) < LEAST_DIFFERENCE * Math.max(membrane, synapse)) {
            throw new IllegalArgumentException("time constants of " + membrane + " (membrane) and " + synapse
                    + " (synapse) steps, expected two that differ by 1 % or more");
        }
    }

    /** The factor {@code c} of the response to a current. */
    public double gain() {
        return synapse / (membrane - synapse);
    }

    /** What is left of a potential after a time of 0 or more. */
    public double membraneDecay(double time) {
        return NegativeExponential.of(time / membrane);
    }

    /**
     * What is left of a current after a time.
     *
     * @param ofMembrane what is left of a potential, whose square it is if the potential decays half as fast
     */
    public double synapseDecay(double time, double ofMembrane) {
        return isQuadratic() ? ofMembrane * ofMembrane : NegativeExponential.of(time / synapse);
    }

    /** Whether the time constant of the potential is twice that of the current. */
    public boolean isQuadratic() {
        return membrane == 2 * synapse;
    }

    /** Slope of a potential. */
    public double slope(double potential, double current) {
        return (current - potential) / membrane;
    }

    /** The time after which a rising potential is highest; infinite if it only approaches zero from below. */
    public double peak(double potential, double current) {
        double rate = 1 / synapse - 1 / membrane;
        double ratio = 1 - (current - potential) / current * synapse * rate;
        return ratio <= 0 ? Double.POSITIVE_INFINITY : -StrictMath.log(ratio) / rate;
    }

    /** The time within which both exponents stay far from the ends of the range of double. */
    public double rangeOfExponents() {
        return 100 * Math.min(membrane, synapse);
    }

    /**
     * Negative exponentials by plain arithmetic, so that they have the same bits on every machine, several times as fast as {@link
     * StrictMath#exp}: two factors from tables, and a short series for what is left. The relative error is below 6e-16.
     */
    static final class NegativeExponential {

        private static final int PARTS = 64;

        /** The exponential of a larger number is below the smallest double. */
        private static final int END = 746;

        private static final double[] WHOLE = new double[END];
        private static final double[] PART = new double[PARTS];

        static {
            for (int i = 0; i < END; i++) {
                WHOLE[i] = StrictMath.exp(-i);
            }
            for (int i = 0; i < PARTS; i++) {
                PART[i] = StrictMath.exp(-(double) i / PARTS);
            }
        }

        private NegativeExponential() {}

        /** {@code exp(-x)} of a number from 0. */
        static double of(double x) {
            if (!(x < END)) {
                return 0;
            }
            int parts = (int) (x * PARTS);
            double r = (double) parts / PARTS - x;
            // Its seventh term is below 1e-16 / 2.
            double series =
                    1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720))))));
            return WHOLE[parts / PARTS] * PART[parts % PARTS] * series;
        }
    }
}
