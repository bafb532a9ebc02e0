package ganglion.kernel.connectivity;

/**
 * A probability that falls with distance and never rises: the rule that draws pairs block by block relies on it. Uses
 * {@link StrictMath}, so that every machine draws the same network. Lengths are in the unit of the grids.
 */
public sealed interface DistanceProfile {

    /** The probability at a distance of 0 or more. */
    double at(double distance);

    /** {@code peak exp(-d^2 / (2 sigma^2))}. */
    record Gaussian(double peak, double sigma) implements DistanceProfile {

        /** @throws IllegalArgumentException if the peak is outside 0 to 1 or sigma not above 0 */
        public Gaussian {
            check(peak, "sigma", sigma);
        }

        @Override
        public double at(double distance) {
            double scaled = distance / sigma;
            return peak * StrictMath.exp(-0.5 * scaled * scaled);
        }
    }

    /** {@code peak exp(-d / length)}. */
    record Exponential(double peak, double length) implements DistanceProfile {

        /** @throws IllegalArgumentException if the peak is outside 0 to 1 or the length not above 0 */
        public Exponential {
            check(peak, "length", length);
        }

        @Override
        public double at(double distance) {
            return peak * StrictMath.exp(-distance / length);
        }
    }

    /** The same up to a radius, inclusive, and zero beyond. */
    record Step(double probability, double radius) implements DistanceProfile {

        /** @throws IllegalArgumentException if the probability is outside 0 to 1 or the radius not above 0 */
        public Step {
            check(probability, "radius", radius);
        }

        @Override
        public double at(double distance) {
            return distance <= radius ? probability : 0;
        }
    }

    private static void check(double probability, String name, double length) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability is " + probability + ", expected 0 to 1");
        }
        if (!(length > 0 && Double.isFinite(length))) {
            throw new IllegalArgumentException("the " + name + " is " + length + ", expected a number above 0");
        }
    }
}
