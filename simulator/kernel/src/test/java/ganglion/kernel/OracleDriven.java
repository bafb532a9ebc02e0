package ganglion.kernel;

import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.StepCurrent;

/** A neuron into which a current flows, spelled out. */
final class OracleDriven implements OracleNeuron {

    private final OracleNeuron driven;
    private final InputCurrent current;
    private final int neuron;
    private final boolean signsApart;
    private long tick = -1;

    OracleDriven(OracleNeuron driven, InputCurrent current, int neuron, boolean signsApart) {
        this.driven = driven;
        this.current = current;
        this.neuron = neuron;
        this.signsApart = signsApart;
    }

    @Override
    public boolean tick(double positive, double negative) {
        tick++;
        double added = added();
        return signsApart && added < 0
                ? driven.tick(positive, negative + added)
                : driven.tick(positive + added, negative);
    }

    private double added() {
        if (current instanceof PoissonCurrent poisson) {
            double uniform = poisson.random().uniform(tick * poisson.neuronCount() + neuron);
            return poisson.weight() * count(uniform, poisson.eventsPerTick().mean());
        }
        if (current instanceof NoiseCurrent noise) {
            long value = tick / noise.holdTicks();
            return noise.mean()
                    + noise.standardDeviation() * noise.random().gaussian(value * noise.neuronCount() + neuron);
        }
        double value = 0;
        for (StepCurrent.Step step : ((StepCurrent) current).steps()) {
            value = step.fromTick() <= tick ? step.perTick().at(neuron) : value;
        }
        return value;
    }

    private static int count(double uniform, double mean) {
        int count = 0;
        double probability = StrictMath.exp(-mean);
        for (double sum = probability; uniform >= sum; sum += probability) {
            count++;
            probability *= mean / count;
        }
        return count;
    }

    @Override
    public double potential() {
        return driven.potential();
    }
}
