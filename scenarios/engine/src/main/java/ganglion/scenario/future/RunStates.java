package ganglion.scenario.future;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;

/** The states of a run at one tick after another: only the latest is held. */
final class RunStates {

    private final Network network;
    private final List<String> traced;
    private final long memoryTicks;
    private RunState latest;

    /** @param traced populations whose potentials the states have */
    RunStates(Network network, List<String> traced) {
        this.network = network;
        this.traced = traced;
        this.memoryTicks = network.memoryTicks();
    }

    /**
     * The state in which all ticks before one are complete, with the spikes that still matter.
     *
     * @param tick no earlier than that of the call before
     */
    RunState at(long tick) {
        if (latest == null || latest.tick() < tick) {
            Partition partition = Partition.whole(network);
            PartitionedNetwork run = latest == null
                    ? new PartitionedNetwork(network, partition, tick, traced)
                    : PartitionedNetwork.resumed(network, partition, tick, traced, TaskRunner.SEQUENTIAL, latest);
            SequentialSimulation.advance(run);
            latest = withSpikesThatMatter(run.state());
        }
        return latest;
    }

    private RunState withSpikesThatMatter(RunState state) {
        if (memoryTicks > state.tick()) {
            return state;
        }
        List<SpikeRaster> recent = new ArrayList<>();
        state.spikes().forEach(spikes -> recent.add(spikes.between(state.tick() - memoryTicks, state.tick())));
        return state.withSpikes(recent);
    }
}
