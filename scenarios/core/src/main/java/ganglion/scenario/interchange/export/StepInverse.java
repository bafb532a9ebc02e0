package ganglion.scenario.interchange.export;

import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.compile.UnitGain;
import java.util.function.DoubleUnaryOperator;

/** Finds time constants and resistances that a discretisation turns into given factors, to the last bit if there are any. */
final class StepInverse {

    /** Neighbouring numbers that are tried on either side of the one that exact arithmetic would give. */
    private static final int NEIGHBOURS = 200;

    /** This number of time constants in a step leaves nothing: exp(-1000) is below the smallest number. */
    private static final double FORGETS_ALL = 1000;

    private final double step;
    private final boolean exactSolution;
    private final boolean decaysExponentially;
    private boolean exact = true;

    StepInverse(double stepSeconds, Discretisation discretisation) {
        this.step = stepSeconds;
        this.exactSolution = discretisation == Discretisation.EXACT;
        this.decaysExponentially = discretisation.decaysExponentially();
    }

    /** Whether every number found so far gives its factor exactly. */
    boolean isExact() {
        return exact;
    }

    /**
     * A time constant, and the factor by which the input must be taken times so that a weight counts as it is.
     *
     * @param tau gives the share asked for that is left after a step
     * @param factor gives the gain asked for, as {@link UnitGain} has it
     */
    record Leak(double tau, double factor) {}

    /** Of a membrane, whose input flows for the whole step. @param beta share that is left after a step, below 1 */
    Leak membrane(double beta, double gain) {
        return leak(beta, gain, exactSolution ? tau -> -Math.expm1(-step / tau) : tau -> step / tau);
    }

    /** Of a synaptic current, whose input is an impulse. @param decay share that is left after a step, below 1 */
    Leak current(double decay) {
        return leak(decay, 1, tau -> step / tau);
    }

    /** Of a membrane that a current with a time constant flows into. */
    Leak membraneAfter(double tauSynapse, double beta, double gain) {
        return exactSolution
                ? leak(
                        beta,
                        gain,
                        tau -> SynapticCurrent.exact(tauSynapse, tau, tau, step)
                                .gain()
                                .at(0))
                : membrane(beta, gain);
    }

    private double left(double tau) {
        return decaysExponentially ? Math.exp(-step / tau) : 1 - step / tau;
    }

    private double timeConstant(double left) {
        if (!decaysExponentially) {
            return step / (1 - left);
        }
        return left == 0 ? step / FORGETS_ALL : -step / Math.log(left);
    }

    /** @param share what the input is taken times for a time constant, before the factor */
    private Leak leak(double left, double gain, DoubleUnaryOperator share) {
        double middle = timeConstant(left);
        Leak nearest = new Leak(middle, gain / share.applyAsDouble(middle));
        for (int i = 0; i <= 2 * NEIGHBOURS; i++) {
            double tau = neighbour(middle, i);
            if (left(tau) == left && left(tau) >= 0) {
                double factor = factor(share.applyAsDouble(tau), gain);
                if (!Double.isNaN(factor)) {
                    return new Leak(tau, factor);
                }
                nearest = new Leak(tau, gain / share.applyAsDouble(tau));
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
