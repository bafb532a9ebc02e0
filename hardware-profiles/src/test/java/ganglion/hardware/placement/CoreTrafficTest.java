package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.Workload;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoreTrafficTest {

    /** One message per spike and core with a target, found synapse by synapse: source core times 1000 plus target core. */
    private static Map<Integer, Double> expected(Workload workload, int[] coreOfNeuron, double[] spikes) {
        Network network = workload.network();
        Map<Integer, Double> messages = new TreeMap<>();
        for (int p = 0; p < network.populations().size(); p++) {
            for (int n = network.firstNeuron(p); n < network.firstNeuron(p + 1); n++) {
                TreeSet<Integer> cores = new TreeSet<>();
                for (Projection projection : network.projections()) {
                    if (network.index(projection.source()) == p) {
                        int first = network.firstNeuron(network.index(projection.target()));
                        int source = n - network.firstNeuron(p);
                        for (int i = 0; i < projection.synapses().outDegree(source); i++) {
                            cores.add(coreOfNeuron[first + projection.synapses().target(source, i)]);
                        }
                    }
                }
                for (int core : cores) {
                    messages.merge(coreOfNeuron[n] * 1000 + core, spikes[n], Double::sum);
                }
            }
        }
        messages.values().removeIf(count -> count == 0);
        return messages;
    }

    @Test
    void sendsOneMessagePerSpikeToEachCoreWithATarget() {
        for (long seed = 0; seed < 30; seed++) {
            Workload workload = RandomWorkloads.of(seed);
            double[] spikes =
                    Arrays.stream(workload.spikesByNeuron()).asDoubleStream().toArray();
            PlacedNetwork placed = new Placer(workload.network())
                    .place(new PlacementStrategy.Spread(), new Mesh(2, 2, 1), ChipLimits.UNKNOWN);

            CoreTraffic traffic = CoreTraffic.of(placed, spikes);

            Map<Integer, Double> found = new TreeMap<>();
            traffic.flows().forEach(flow -> found.put(flow.source() * 1000 + flow.target(), flow.messages()));
            assertEquals(expected(workload, placed.placement().coreOfNeuron(), spikes), found, "seed " + seed);
        }
    }
}
