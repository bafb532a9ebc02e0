package ganglion.scenario.nodes;

import ganglion.documents.InputException;
import ganglion.documents.ReadFault;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.cluster.ClusterException;
import ganglion.runtime.cluster.ClusterJob;
import ganglion.runtime.cluster.ClusterLeader;
import ganglion.runtime.cluster.ClusterRun;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun.SharedSynapses;
import ganglion.scenario.result.SpreadExecution;
import ganglion.scenario.run.Backend;
import ganglion.scenario.run.ScenarioEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The nodes that runs of scenarios are spread over, seen from their leader.
 *
 * @param leader whose process is one of the nodes
 * @param nodes number of nodes
 * @param root folder in which all nodes have the scenarios, absolute
 */
public record NodeTeam(ClusterLeader leader, int nodes, Path root) implements Backend {

    public NodeTeam {
        root = root.toAbsolutePath().normalize();
    }

    /** Builds what the leader needs of the network: no synapses, but for those that end where weights change. */
    @Override
    public Built build(
            Scenario scenario, Stimulus stimulus, RunSettings settings, TaskRunner threads, RunProgress progress)
            throws InputException {
        if (!scenario.file().startsWith(root)) {
            throw new InputException(scenario.file(), "found outside " + root + ", expected in it, as on all nodes");
        }
        if (scenario.precision().isPresent()) {
            throw new InputException(scenario.problem(
                    "/hardware",
                    "found a chip whose precision is applied, expected none: that needs the whole network"));
        }
        Set<String> plastic = scenario.projections().stream()
                .filter(projection -> projection.plasticity().isPresent())
                .map(ProjectionSpec::to)
                .collect(Collectors.toSet());
        List<String> names = Stream.concat(
                        scenario.inputs().stream().map(Input::name),
                        scenario.populations().stream().map(population -> population.name()))
                .toList();
        NetworkSlice slice = (population, size) ->
                plastic.contains(names.get(population)) ? TargetSlice.whole(size) : TargetSlice.NONE;
        Network view = NetworkBinder.bind(scenario, stimulus, slice, threads, fraction -> {});
        progress.advanced("building", 0);
        return new View(this, scenario, stimulus, settings, view);
    }

    /** What the leader has of a network. */
    private record View(NodeTeam team, Scenario scenario, Stimulus stimulus, RunSettings settings, Network network)
            implements Built {

        /** Has the nodes build their shares. */
        @Override
        public ScenarioEngine engine(Network simulated, long ticks, List<MembraneProbe> probes) throws InputException {
            try {
                Network skeleton = NetworkBinder.bind(
                        scenario, stimulus, NetworkSlice.SKELETON, TaskRunner.SEQUENTIAL, fraction -> {});
                ScenarioJob job = ScenarioJob.of(scenario, team.root, ScenarioDigest.of(scenario, skeleton));
                RunOptions options = new RunOptions(settings.neuronsPerActor(), settings.threads(), probes);
                ClusterJob work = new ClusterJob(job.toBytes(), network, ticks);
                return new NodesEngine(scenario, stimulus, network, team.leader.prepare(work, team.nodes, options));
            } catch (IOException e) {
                throw new InputException(scenario.problem("", "a file of it cannot be read: " + ReadFault.reason(e)));
            }
        }
    }

    /**
     * Simulates a network on several nodes.
     *
     * @param view of the network, as the leader has it
     * @param cluster the nodes, which have built their shares
     */
    private record NodesEngine(Scenario scenario, Stimulus stimulus, Network view, ClusterRun cluster)
            implements ScenarioEngine {

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
                        "this process has no room for the whole network, on which the costs of 'hardware' are counted"
                                + " after the run; expected more memory (-Xmx) or a scenario without 'hardware'");
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
}
