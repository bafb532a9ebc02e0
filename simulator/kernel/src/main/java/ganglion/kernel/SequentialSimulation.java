package ganglion.kernel;

import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Assignment;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Partition;
import java.util.List;

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

    /** Runs a network that has been laid out, until its conductor is at rest. */
    public static SimulationResult run(PartitionedNetwork run) {
        Conductor conductor = run.conductor();
        for (List<Assignment> round = conductor.nextRound(); !round.isEmpty(); round = conductor.nextRound()) {
            for (Assignment assignment : round) {
                NeuroCore core = run.cores().get(assignment.core());
                conductor.completed(core.id(), core.advance(assignment.until(), assignment.arrived()));
            }
        }
        return run.result();
    }
}
