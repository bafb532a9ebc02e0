package ganglion.api;

import static ganglion.api.Units.kilohertz;
import static ganglion.api.Units.millis;
import static ganglion.api.Units.millivolts;

/** A small balanced network after Brunel (J. Comput. Neurosci. 8, 2000) with plastic synapses. */
final class Balanced {

    private Balanced() {}

    static NetworkBuilder network(int excitatory, TimeSpan duration) {
        NetworkBuilder net = GanglionApi.network("balanced")
                .tick(millis(0.1))
                .duration(duration)
                .seed(3);
        NeuronType cell = NeuronType.lif()
                .timeConstant(millis(20))
                .threshold(millivolts(20))
                .resetTo(millivolts(10))
                .refractory(millis(2));
        int inhibitory = excitatory / 4;
        double weight = millivolts(0.5);
        net.population("exc", excitatory, cell).poissonInput(kilohertz(4), weight);
        net.population("inh", inhibitory, cell).poissonInput(kilohertz(4), weight);
        net.connect("exc", "exc")
                .inDegree(80)
                .weight(weight)
                .delay(millis(1.5))
                .stdp(StdpRule.upTo(2 * weight).learningRate(0.01).depression(1.05));
        net.connect("exc", "inh").inDegree(80).weight(weight).delay(millis(1.5));
        net.connect("inh", "exc").inDegree(20).weight(-5 * weight).delay(millis(1.5));
        net.connect("inh", "inh").inDegree(20).weight(-5 * weight).delay(millis(1.5));
        return net;
    }
}
