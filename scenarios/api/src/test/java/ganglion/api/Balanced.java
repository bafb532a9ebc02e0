package ganglion.api;

import static ganglion.api.Units.kilohertz;
import static ganglion.api.Units.millis;

import java.util.Map;

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
                .threshold(20)
                .resetTo(10)
                .refractory(millis(2));
        net.population("exc", excitatory, cell).poissonInput(kilohertz(4), 0.5);
        net.population("inh", excitatory / 4, cell).poissonInput(kilohertz(4), 0.5);
        net.connect("exc", "exc")
                .inDegree(80)
                .weight(0.5)
                .delay(millis(1.5))
                .stdp(Map.of("largest-weight", 1, "depression", 1.05));
        net.connect("exc", "inh").inDegree(80).weight(0.5).delay(millis(1.5));
        net.connect("inh", "exc").inDegree(20).weight(-2.5).delay(millis(1.5));
        net.connect("inh", "inh").inDegree(20).weight(-2.5).delay(millis(1.5));
        return net;
    }
}
