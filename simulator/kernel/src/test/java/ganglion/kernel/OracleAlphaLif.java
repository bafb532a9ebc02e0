package ganglion.kernel;

import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.model.AlphaLif;
import java.util.List;

/** Synaptic currents of alpha shape into a LIF neuron, spelled out. */
final class OracleAlphaLif implements OracleNeuron {

    private final OracleLif membrane;
    private final List<AlphaCurrent> models;
    private final int neuron;
    private final double[] rise = new double[2];
    private final double[] current = new double[2];

    OracleAlphaLif(AlphaLif model, int neuron) {
        this.membrane = new OracleLif(model.membrane(), neuron);
        this.models = model.currents();
        this.neuron = neuron;
    }

    @Override
    public boolean tick(double positive, double negative) {
        double[] input = {positive, negative};
        double[] drive = new double[2];
        for (int c = 0; c < models.size(); c++) {
            AlphaCurrent model = models.get(c);
            drive[c] =
                    model.riseGain().at(neuron) * rise[c] + model.currentGain().at(neuron) * current[c];
            double decay = model.decay().at(neuron);
            current[c] =
                    OracleNeuron.settled(decay * current[c] + model.coupling().at(neuron) * rise[c]);
            rise[c] = OracleNeuron.settled(decay * rise[c]) + input[c];
        }
        return membrane.tick(drive[0], drive[1]);
    }

    @Override
    public double potential() {
        return membrane.potential();
    }
}
