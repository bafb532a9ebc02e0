package ganglion.runtime.cluster;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.HostOutput;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All spikes of a run in one thread, in order. */
record PartitionedRun(Network network) {

    void forEachSpike(Consumer<String> spike) {
        PartitionedNetwork run =
                new PartitionedNetwork(network, Partition.whole(network), NodeProcess.TICKS, List.of());
        Host host = run.hosts(1).get(0);
        HostOutput output = HostOutput.toConductor(run.conductor());
        for (Optional<Leave> leave = run.conductor().next();
                leave.isPresent();
                leave = run.conductor().next()) {
            host.receive(leave.get());
            host.run(output);
        }
        run.takeSpikes(0, (tick, population, neuron) -> spike.accept(tick + " " + population + " " + neuron));
    }
}
