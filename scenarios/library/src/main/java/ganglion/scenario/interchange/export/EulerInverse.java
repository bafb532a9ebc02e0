package ganglion.scenario.interchange.export;

import ganglion.scenario.interchange.compile.UnitGain;

/** Finds time constants and resistances that forward Euler turns into given factors, to the last bit if there are any. */
final class EulerInverse {

    /** Neighbouring numbers that are tried on either side of the one that exact arithmetic would give. */
    private static final int NEIGHBOURS = 200;

    private final double step;
    private boolean exact = true;

    EulerInverse(double stepSeconds) {
        this.step = stepSeconds;
    }

    /** Whether every number found so far gives its factor exactly. */
    boolean isExact() {
        return exact;
    }

    /**
     * A time constant, and the factor by which the input must be taken times so that a weight counts as it is.
     *
     * @param tau with {@code 1 - step / tau} the factor asked for
     * @param factor with {@code factor (step / tau)} the gain asked for, as {@link UnitGain} has it
     */
    record Leak(double tau, double factor) {}

    /** @param beta share that is left after a step, from 0, below 1 */
    Leak leak(double beta, double gain) {
        double middle = step / (1 - beta);
        Leak nearest = new Leak(middle, gain / (step / middle));
        for (int i = 0; i <= 2 * NEIGHBOURS; i++) {
            double tau = neighbour(middle, i);
            if (1 - step / tau == beta && step / tau <= 1) {
                double factor = factor(step / tau, gain);
                if (!Double.isNaN(factor)) {
                    return new Leak(tau, factor);
                }
                nearest = new Leak(tau, gain / (step / tau));
            }
        }
        exact = false;
        return nearest;
    }

    /** The factor that with the step gives a gain of 1. */
    double perStep() {
        double factor = factor(step, 1);
        exact &= !Double.isNaN(factor);
        return Double.isNaN(factor) ? 1 / step : factor;
    }

    /** A number that times a share gives a gain exactly; not a number if there is none. */
    private static double factor(double share, double gain) {
        double middle = gain / share;
        for (int i = 0; i <= 8; i++) {
            double factor = neighbour(middle, i);
            if (UnitGain.of(factor * share) == gain) {
                return factor;
            }
        }
        return Double.NaN;
    }

    /** The number itself, then those next to it, further and further away. */
    private static double neighbour(double middle, int index) {
        long bits = Double.doubleToLongBits(middle);
        long away = (index + 1) / 2;
        return middle == 0 ? 0 : Double.longBitsToDouble(index % 2 == 0 ? bits - away : bits + away);
    }
}
