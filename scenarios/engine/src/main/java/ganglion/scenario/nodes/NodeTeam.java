package ganglion.scenario.nodes;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.ProjectionOutline;
import ganglion.runtime.RunOptions;
import ganglion.runtime.cluster.ClusterJob;
import ganglion.runtime.cluster.ClusterLeader;
import ganglion.runtime.cluster.ClusterRun;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The nodes that runs of scenarios are spread over, seen from their leader.
 *
 * @param leader whose process is one of the nodes
 * @param nodes number of nodes
 * @param root folder in which all nodes have the scenarios, absolute
 * @param placement which node has which neurons
 */
public record NodeTeam(ClusterLeader leader, int nodes, Path root, PlacementOfCores placement) {

    public NodeTeam {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * What the leader needs of the network of a scenario: no synapses, but for those that end where weights change.
     *
     * @throws InputException if a file that the scenario names cannot be used
     */
    public static Network view(Scenario scenario, Stimulus stimulus, TaskRunner tasks) throws InputException {
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
        return NetworkBinder.bind(scenario, stimulus, slice, tasks, fraction -> {});
    }

    /**
     * Has the nodes build their shares.
     *
     * @param view see {@link #view}
     * @throws InputException if the scenario cannot be run on several nodes
     */
    public ClusterRun prepare(Scenario scenario, Stimulus stimulus, Network view, long ticks, RunOptions options)
            throws InputException {
        if (!scenario.file().startsWith(root)) {
            throw new InputException(new Problem(
                    scenario.file().toString(), 0, "", "found outside " + root + ", expected in it, as on all nodes"));
        }
        if (scenario.precision().isPresent()) {
            throw new InputException(scenario.problem(
                    "/hardware",
                    "found a chip whose precision is applied, expected none: that needs the whole network"));
        }
        try {
            Network skeleton = NetworkBinder.bind(
                    scenario, stimulus, NetworkSlice.SKELETON, TaskRunner.SEQUENTIAL, fraction -> {});
            ScenarioJob job = ScenarioJob.of(scenario, root, ScenarioDigest.of(scenario, skeleton));
            List<ProjectionOutline> outlines =
                    placement == PlacementOfCores.DELAYS ? ProjectionOutlines.of(scenario, skeleton) : List.of();
            return leader.prepare(new ClusterJob(job.toBytes(), view, ticks, outlines), nodes, options);
        } catch (IOException e) {
            throw new InputException(scenario.problem("", "a file of it cannot be read: " + ReadFault.reason(e)));
        }
    }
}
