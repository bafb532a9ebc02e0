package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.RunControl;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.ScenarioRun.SharedSynapses;
import ganglion.scenario.result.SpreadExecution;
import java.util.Optional;

/** What simulates one network: see {@link Backend}. */
public interface ScenarioEngine {

    /** Of checkpoints of the network. */
    CheckpointFormat format();

    /** For how many ticks a spike matters to what comes after; see {@link Network#memoryTicks}. */
    long memoryTicks();

    /**
     * Runs to the end, from the start or from a state.
     *
     * @throws IllegalArgumentException if the state is not one of this network
     */
    SimulationResult run(RunControl control, Optional<RunState> from);

    /**
     * The network with all synapses in this process, for the costs of a run.
     *
     * @throws InputException if a file of the scenario cannot be used any more
     */
    Network whole(TaskRunner threads, RunProgress progress) throws InputException;

    /** What is known of the synapses after the run, if they are not in this process. */
    default Optional<SharedSynapses> shared() {
        return Optional.empty();
    }

    /** Where it ran, if on several nodes. */
    default Optional<SpreadExecution> nodes() {
        return Optional.empty();
    }
}
