package ganglion.kernel;

import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.HostOutput;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Optional;

/**
 * Runs a network in the caller's thread: the same cores and windows as with actors, without actors. The reference that
 * every other engine is compared with, and the fastest way to run a small network.
 */
public final class SequentialSimulation {

    private SequentialSimulation() {}

    /**
     * Runs a network from rest.
     *
     * @param ticks length of the run, at least 0
     * @param traced names of the populations whose membrane potentials are recorded at every tick
     * @throws IllegalArgumentException if a traced population does not exist or its trace would be too large
     */
    public static SimulationResult run(Network network, Partition partition, long ticks, List<String> traced) {
        return run(new PartitionedNetwork(network, partition, ticks, traced));
    }

    /** Runs a network that has been laid out, all of it on one host, until its conductor is at rest. */
    public static SimulationResult run(PartitionedNetwork run) {
        advance(run);
        return run.result();
    }

    /** The same without a result: for runs that are only asked for their {@linkplain PartitionedNetwork#state state}. */
    public static void advance(PartitionedNetwork run) {
        Conductor conductor = run.conductor();
        Host host = run.hosts(1).get(0);
        HostOutput output = HostOutput.toConductor(conductor);
        for (Optional<Leave> leave = conductor.next(); leave.isPresent(); leave = conductor.next()) {
            host.receive(leave.get());
            host.run(output);
        }
    }
}
