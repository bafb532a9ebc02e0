package ganglion.scenario.nodes;

import ganglion.documents.InputException;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.RunControl;
import ganglion.runtime.cluster.ClusterException;
import ganglion.runtime.cluster.ClusterRun;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.ScenarioRun.SharedSynapses;
import ganglion.scenario.result.SpreadExecution;
import ganglion.scenario.run.ScenarioEngine;
import java.util.Optional;

/**
 * Simulates a network on several nodes.
 *
 * @param view of the network, as the leader has it
 * @param cluster the nodes, which have built their shares
 */
record NodesEngine(Scenario scenario, Stimulus stimulus, Network view, ClusterRun cluster) implements ScenarioEngine {

    @Override
    public CheckpointFormat format() {
        return new CheckpointFormat(view, cluster.fingerprint());
    }

    @Override
    public long memoryTicks() {
        return cluster.summary().memoryTicks(view);
    }

    @Override
    public SimulationResult run(RunControl control, Optional<RunState> from) {
        return cluster.run(control, from, System::nanoTime);
    }

    /** @throws ClusterException if it has no room here */
    @Override
    public Network whole(TaskRunner threads, RunProgress progress) throws InputException {
        try {
            return NetworkBinder.bind(
                    scenario, stimulus, threads, share -> progress.advanced("building for costs", share));
        } catch (OutOfMemoryError e) {
            throw new ClusterException(
                    "this process has no room for the whole network, on which the costs of 'hardware' are"
                            + " counted after the run; expected more memory (-Xmx) or a scenario without 'hardware'");
        }
    }

    @Override
    public Optional<SharedSynapses> shared() {
        return Optional.of(new SharedSynapses(cluster.summary(), cluster.synapseFingerprint()));
    }

    @Override
    public Optional<SpreadExecution> nodes() {
        return Optional.of(new SpreadExecution(cluster.nodes(), cluster.losses()));
    }
}
