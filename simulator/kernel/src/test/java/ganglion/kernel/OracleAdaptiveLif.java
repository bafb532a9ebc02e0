package ganglion.kernel;

import ganglion.kernel.neuron.model.AdaptiveLif;

/** A LIF neuron whose threshold rises with its spikes, spelled out. */
final class OracleAdaptiveLif implements OracleNeuron {

    private final OracleLif membrane;
    private final double decay;
    private final double increment;
    private double adaptation;

    OracleAdaptiveLif(AdaptiveLif model, int neuron) {
        membrane = new OracleLif(model.membrane(), neuron);
        decay = model.adaptationDecay().at(neuron);
        increment = model.increment().at(neuron);
    }

    @Override
    public boolean tick(double positive, double negative) {
        adaptation = OracleNeuron.settled(decay * adaptation);
        boolean fires = membrane.tick(positive, negative, adaptation);
        adaptation += fires ? increment : 0;
        return fires;
    }

    @Override
    public double potential() {
        return membrane.potential();
    }
}
