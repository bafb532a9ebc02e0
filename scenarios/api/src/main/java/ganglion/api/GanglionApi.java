package ganglion.api;

import ganglion.hardware.library.ProfileLibrary;
import ganglion.report.session.QuietLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where everything begins: networks built in code, scenario files, experiments and models.
 *
 * <pre>{@code
 * RunOutcome fromFile = GanglionApi.scenario(Path.of("scenario.yaml")).run();
 *
 * NetworkBuilder net = GanglionApi.network("pair").tick(millis(1)).duration(millis(50));
 * net.spikes("taps", 2, new long[] {3, 7}, new int[] {0, 1});
 * net.population("out", 2, NeuronType.lif().timeConstant(millis(20)).threshold(1));
 * net.connect("taps", "out").oneToOne().weight(1.2).delay(millis(2));
 * RunOutcome fromCode = net.run();
 * System.out.println(fromFile.spikeCount() + " " + fromCode.spikeCount());
 * }</pre>
 *
 * <p>Static and thread safe. Stability is marked with the annotations of API Guardian: what is {@code STABLE} stays as it is in all versions
 * with the same major number, and before 1.0 with the same minor number; what is {@code EXPERIMENTAL} may change in any version, which the
 * changelog says. So may records of other packages of Ganglion, which hold results here; all else in other packages is no API.
 */
@API(status = Status.STABLE, since = "0.2")
public final class GanglionApi {

    static {
        QuietLog.prepare();
    }

    private GanglionApi() {}

    /**
     * Begins a network.
     *
     * @param name short name of letters, digits, _, - and .
     */
    public static NetworkBuilder network(String name) {
        return new NetworkBuilder(name);
    }

    /**
     * Reads a scenario file and checks it. Its relative paths must stay in its folder, as those of a stranger's file should.
     *
     * @throws GanglionException with every problem that was found
     */
    public static RunnableScenario scenario(Path file) {
        return GanglionException.translated(() -> RunnableScenario.read(given(file), false));
    }

    /**
     * The same for a file that is trusted: its relative paths may lead out of its folder, as with {@code --allow-outside-paths}.
     *
     * @throws GanglionException with every problem that was found
     */
    public static RunnableScenario trustedScenario(Path file) {
        return GanglionException.translated(() -> RunnableScenario.read(given(file), true));
    }

    /**
     * Reads an experiment file and checks it. Its relative paths must stay in its folder, as those of a stranger's file should.
     *
     * @throws GanglionException with every problem that was found
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public static TrainableExperiment experiment(Path file) {
        return experiment(file, false);
    }

    /**
     * The same for a file that is trusted: its relative paths may lead out of its folder, as with {@code --allow-outside-paths}.
     *
     * @throws GanglionException with every problem that was found
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public static TrainableExperiment trustedExperiment(Path file) {
        return experiment(file, true);
    }

    private static TrainableExperiment experiment(Path file, boolean trusted) {
        return GanglionException.translated(
                () -> new TrainableExperiment(given(file), RunnableScenario.overrides(Map.of(), trusted)));
    }

    /**
     * Reads a model file that a training wrote.
     *
     * @throws GanglionException if it is none, or cannot classify
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public static TrainedNetwork model(Path file) {
        return GanglionException.translated(() -> TrainedNetwork.read(given(file)));
    }

    private static Path given(Path file) {
        return Objects.requireNonNull(file, "file");
    }

    /** Names of the devices whose profiles come with Ganglion. */
    public static List<String> devices() {
        return ProfileLibrary.names();
    }
}
