package ganglion.kernel;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;

/** A LIF neuron that follows the exact solution since the latest input, evaluated at every tick. */
final class OracleClosedFormLif implements OracleNeuron {

    private final LifParameters p;
    private final double beta;
    private final double bias;
    private final double threshold;
    private final double resetPotential;
    private final double steady;

    private double deviation;
    private long ticksSince;
    private int refractoryTicksLeft;
    private double v;

    OracleClosedFormLif(LifParameters parameters, int neuron) {
        p = parameters;
        beta = p.beta().at(neuron);
        bias = p.bias().at(neuron);
        threshold = p.threshold().at(neuron);
        resetPotential = p.resetPotential().at(neuron);
        steady = beta == 1 ? 0 : p.rest().at(neuron) + bias / (1 - beta);
        deviation = p.initialPotential().at(neuron) - steady;
        v = steady + deviation;
    }

    @Override
    public boolean tick(double input, double secondInput) {
        if (refractoryTicksLeft > 0) {
            refractoryTicksLeft--;
            return false;
        }
        ticksSince++;
        double now = leaked() + input;
        v = steady + now;
        boolean fires = p.strict() ? v > threshold : v >= threshold;
        if (fires || input != 0) {
            deviation = now;
            ticksSince = 0;
        }
        if (fires) {
            refractoryTicksLeft = p.refractoryTicks();
            if (p.reset() == Reset.BY_SUBTRACTION) {
                deviation -= threshold;
            } else if (p.reset() != Reset.NONE) {
                deviation = resetPotential - steady;
            }
            v = steady + deviation;
        }
        return fires;
    }

    private double leaked() {
        if (beta == 1) {
            return deviation + bias * ticksSince;
        }
        long rest = ticksSince % 4096;
        return deviation * (power(rest) * power(ticksSince - rest));
    }

    private double power(long ticks) {
        double power = StrictMath.pow(beta, ticks);
        return power < 0x1p-511 ? 0 : power;
    }

    @Override
    public double potential() {
        return v;
    }
}
