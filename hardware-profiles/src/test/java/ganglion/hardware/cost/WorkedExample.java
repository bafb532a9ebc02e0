package ganglion.hardware.cost;

import static ganglion.hardware.cost.TestNetworks.dense;
import static ganglion.hardware.cost.TestNetworks.lif;
import static ganglion.hardware.cost.TestNetworks.source;
import static ganglion.hardware.cost.TestNetworks.spike;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.time.Clock;
import java.util.List;

/**
 * Two inputs, four hidden neurons on cores 0 (tile 0 at 0,0) and 1 (tile 1 at 0,1) of the toy mesh, two outputs on core 2 (tile
 * 2 at 1,0). Input 0 fires at tick 0, hidden neuron 3 at tick 1, output 0 at tick 2; four ticks.
 */
public final class WorkedExample {

    public static final Clock MILLISECOND = new Clock(1e-3);

    private WorkedExample() {}

    public static Workload of(Clock clock) {
        Network network = new Network(
                List.of(source(2), lif("hidden", 4), lif("out", 2)),
                List.of(
                        new Projection("in", "hidden", dense(2, 4)),
                        new Projection("hidden", "out", dense(4, 2)),
                        new Projection("out", "hidden", dense(2, 4))));
        return new Workload(network, List.of(spike(2, 0, 0), spike(4, 1, 3), spike(2, 2, 0)), 4, clock);
    }
}
