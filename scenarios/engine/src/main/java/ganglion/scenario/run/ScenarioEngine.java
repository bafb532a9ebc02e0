package ganglion.scenario.run;

import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.cluster.ClusterRun;
import ganglion.scenario.nodes.ExecutionOfNodes;
import java.util.Optional;

/** What simulates a network: this process, or several nodes. */
sealed interface ScenarioEngine {

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

    /** Where the run is and how fast, in a few words, if there is something to say. */
    default Optional<String> detail() {
        return Optional.empty();
    }

    /** The threads of this process. */
    record OneProcess(Network network, long ticks, RunOptions options) implements ScenarioEngine {

        @Override
        public CheckpointFormat format() {
            return new CheckpointFormat(network);
        }

        @Override
        public long memoryTicks() {
            return network.memoryTicks();
        }

        @Override
        public SimulationResult run(RunControl control, Optional<RunState> from) {
            return from.isPresent()
                    ? ActorSimulation.resume(network, ticks, options, control, from.get())
                    : ActorSimulation.run(network, ticks, options, control);
        }
    }

    /**
     * Several nodes.
     *
     * @param view of the network, as the leader has it
     */
    record Nodes(Network view, ClusterRun run) implements ScenarioEngine {

        @Override
        public CheckpointFormat format() {
            return new CheckpointFormat(view, run.fingerprint());
        }

        @Override
        public long memoryTicks() {
            return run.summary().memoryTicks(view);
        }

        @Override
        public SimulationResult run(RunControl control, Optional<RunState> from) {
            return run.run(control, from, System::nanoTime);
        }

        @Override
        public Optional<String> detail() {
            return Optional.of(ExecutionOfNodes.brief(run.work()));
        }
    }
}
