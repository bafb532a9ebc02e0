package ganglion.kernel;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;

/** Leak, threshold, reset and refractory period, spelled out. */
final class OracleLif implements OracleNeuron {

    private final LifParameters p;
    private final double beta;
    private final double threshold;
    private final double resetPotential;
    private final double drive;

    private double v;
    private boolean firedLastTick;
    private int refractoryTicksLeft;

    OracleLif(LifParameters parameters, int neuron) {
        p = parameters;
        beta = p.beta().at(neuron);
        threshold = p.threshold().at(neuron);
        resetPotential = p.resetPotential().at(neuron);
        drive = (1 - beta) * p.rest().at(neuron) + p.bias().at(neuron);
        v = p.initialPotential().at(neuron);
    }

    @Override
    public boolean tick(double input, double secondInput) {
        return tick(input, secondInput, 0);
    }

    /** A tick of a neuron whose threshold is raised by some amount. */
    boolean tick(double input, double secondInput, double raise) {
        if (refractoryTicksLeft > 0) {
            refractoryTicksLeft--;
            return false;
        }
        if (p.delayedReset() && firedLastTick) {
            v = switch (p.reset()) {
                case TO_VALUE -> leaked(resetPotential) + input + secondInput;
                case TO_VALUE_LOSING_INPUT -> resetPotential;
                case BY_SUBTRACTION -> leaked(v) + input + secondInput - threshold;
                case NONE -> leaked(v) + input + secondInput;
            };
        } else {
            v = leaked(v) + input + secondInput;
        }
        double level = threshold + raise;
        firedLastTick = p.strict() ? v > level : v >= level;
        if (firedLastTick) {
            refractoryTicksLeft = p.refractoryTicks();
            resetAtOnce();
        }
        return firedLastTick;
    }

    private double leaked(double potential) {
        return OracleNeuron.settled(beta * potential + drive);
    }

    private void resetAtOnce() {
        if (p.delayedReset()) {
            return;
        }
        if (p.reset() == Reset.BY_SUBTRACTION) {
            v -= threshold;
        } else if (p.reset() != Reset.NONE) {
            v = resetPotential;
        }
    }

    @Override
    public double potential() {
        return v;
    }
}
