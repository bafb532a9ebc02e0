package ganglion.kernel;

import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;

/** Exponential synaptic currents into a LIF neuron, spelled out. */
final class OracleSynapticLif implements OracleNeuron {

    private final OracleLif membrane;
    private final boolean currentFirst;
    private final double[] decay;
    private final double[] gain;
    private final double[] bias;
    private final double[] current;

    OracleSynapticLif(SynapticLif model, int neuron) {
        membrane = new OracleLif(model.membrane(), neuron);
        currentFirst = model.order() == SynapticOrder.CURRENT_FIRST;
        int count = model.currents().size();
        decay = new double[count];
        gain = new double[count];
        bias = new double[count];
        current = new double[2];
        for (int c = 0; c < count; c++) {
            decay[c] = model.currents().get(c).decay().at(neuron);
            gain[c] = model.currents().get(c).gain().at(neuron);
            bias[c] = model.currents().get(c).bias().at(neuron);
        }
    }

    @Override
    public boolean tick(double positive, double negative) {
        double[] input = {positive, negative};
        double[] before = current.clone();
        for (int c = 0; c < decay.length; c++) {
            current[c] = OracleNeuron.settled(decay[c] * current[c] + bias[c]) + input[c];
        }
        double[] acting = currentFirst ? current : before;
        return membrane.tick(gain[0] * acting[0], decay.length < 2 ? 0 : gain[1] * acting[1]);
    }

    @Override
    public double potential() {
        return membrane.potential();
    }
}
