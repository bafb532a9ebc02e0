package ganglion.scenario.nodes;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.InterruptibleTasks;
import ganglion.runtime.ThreadedTasks;
import ganglion.runtime.cluster.JobRefusedException;
import ganglion.runtime.cluster.NetworkSource;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.SampleClips;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes shares of the networks of scenarios. A node has the scenarios in a folder of its own, and takes none from outside it. Files that a
 * scenario names are read wherever they are, as on one machine.
 *
 * @param root the folder, absolute
 * @param threads that build
 */
public record NodeNetworks(Path root, int threads) implements NetworkSource {

    public NodeNetworks {
        root = root.toAbsolutePath().normalize();
    }

    @Override
    public Network build(byte[] bytes, NetworkSlice slice) throws JobRefusedException {
        ScenarioJob job = ScenarioJob.read(bytes);
        Path file = root.resolve(job.file()).normalize();
        if (!file.startsWith(root)) {
            throw new JobRefusedException(
                    "was asked for " + job.file() + ", which leads out of its folder of scenarios");
        }
        try {
            Scenario scenario = ScenarioFiles.read(file, job.overrides());
            TaskRunner tasks = new InterruptibleTasks(new ThreadedTasks(threads));
            Stimulus stimulus =
                    SoundClips.hear(scenario, tasks, fraction -> {}).with(SampleClips.read(scenario, fraction -> {}));
            Network skeleton = NetworkBinder.bind(scenario, stimulus, NetworkSlice.SKELETON, tasks, fraction -> {});
            if (!ScenarioDigest.of(scenario, skeleton).equals(job.digest())) {
                throw new JobRefusedException("has another scenario, or other files of it, at " + job.file());
            }
            return NetworkBinder.bind(scenario, stimulus, slice, tasks, fraction -> {});
        } catch (InputException e) {
            Problem first = e.problems().get(0);
            throw new JobRefusedException("cannot use " + job.file() + ": " + first, e);
        } catch (IOException e) {
            throw new JobRefusedException("cannot read the files of " + job.file() + ": " + e.getMessage(), e);
        }
    }
}
