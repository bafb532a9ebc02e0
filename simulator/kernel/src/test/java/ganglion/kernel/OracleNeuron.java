package ganglion.kernel;

import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.neuron.source.SpikeSource;

/** One neuron of the {@link EveryTickOracle}: its equations as they stand in the model's description, tick by tick. */
interface OracleNeuron {

    /**
     * One tick.
     *
     * @param positive the summed input, or that of positive weights where a model keeps signs apart
     * @param negative that of negative weights where a model keeps signs apart, otherwise 0
     * @return whether the neuron fires
     */
    boolean tick(double positive, double negative);

    /** The membrane potential after the latest tick. */
    double potential();

    /** The neuron at a position of a population. */
    static OracleNeuron of(NeuronModel model, int neuron) {
        if (model instanceof Lif lif) {
            return lif.integration() == Integration.PER_TICK
                    ? new OracleLif(lif.parameters(), neuron)
                    : new OracleClosedFormLif(lif.parameters(), neuron);
        }
        if (model instanceof SynapticLif lif) {
            return new OracleSynapticLif(lif, neuron);
        }
        if (model instanceof AlphaLif lif) {
            return new OracleAlphaLif(lif, neuron);
        }
        if (model instanceof AdaptiveLif lif) {
            return new OracleAdaptiveLif(lif, neuron);
        }
        if (model instanceof ResonateAndFire resonator) {
            return new OracleOscillators.Resonator(resonator, neuron);
        }
        if (model instanceof BalancedResonator balanced) {
            return new OracleOscillators.Balanced(balanced, neuron);
        }
        if (model instanceof SeAdLif adaptive) {
            return new OracleOscillators.Adaptive(adaptive, neuron);
        }
        if (model instanceof Izhikevich cortical) {
            return new OracleOscillators.Cortical(cortical, neuron);
        }
        if (model instanceof DrivenNeurons driven) {
            OracleNeuron inner = of(driven.neurons(), neuron);
            return new OracleDriven(inner, driven.current(), neuron, driven.inputChannels() == 2);
        }
        if (model instanceof SpikeSource source) {
            return new OracleSource.Listed(source, neuron);
        }
        if (model instanceof RegularSource source) {
            return new OracleSource.Regular(source, neuron);
        }
        if (model instanceof PoissonSource source) {
            return new OracleSource.Poisson(source, neuron);
        }
        if (model instanceof LeakyIntegrator integrator) {
            return new Integrator(integrator.beta());
        }
        throw new IllegalArgumentException("the oracle does not know the model " + model.name());
    }

    /** What a decay leaves: a multiple of a tiny number, so that it never becomes one that processors are slow with. */
    static double settled(double decayed) {
        return (decayed + 0x1p-700) - 0x1p-700;
    }

    /** Integrates and leaks, never fires. */
    final class Integrator implements OracleNeuron {

        private final double beta;
        private double v;

        Integrator(double beta) {
            this.beta = beta;
        }

        @Override
        public boolean tick(double positive, double negative) {
            v = settled(beta * v) + positive;
            return false;
        }

        @Override
        public double potential() {
            return v;
        }
    }
}
