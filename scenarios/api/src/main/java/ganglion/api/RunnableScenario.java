package ganglion.api;

import ganglion.api.engine.RunCall;
import ganglion.api.engine.ScenarioCopy;
import ganglion.api.engine.ScenarioHandle;
import ganglion.documents.OutputException;
import ganglion.live.run.LiveScenario;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.run.SoundClassifier;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A scenario that was read and checked: from a file, or built in code. It can be changed, which gives another one, run any number of times,
 * saved, and fed live. Immutable and thread safe.
 *
 * <pre>{@code
 * RunnableScenario scenario = GanglionApi.scenario(Path.of("scenario.yaml"))
 *         .with("/clock/duration", millis(20))
 *         .withSeed(7);
 * RunOutcome run = scenario.run();
 * System.out.println(run.spikes("out").count());
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class RunnableScenario {

    private final ScenarioHandle handle;

    RunnableScenario(ScenarioHandle handle) {
        this.handle = handle;
    }

    ScenarioHandle handle() {
        return handle;
    }

    private Scenario content() {
        return handle.scenario();
    }

    /** Its short name. */
    public String name() {
        return content().name();
    }

    /** Its description; may be empty. */
    public String description() {
        return content().description();
    }

    /** The seed of everything random. */
    public long seed() {
        return content().seed();
    }

    /** Names of its sources and populations, sources first. */
    public List<String> populations() {
        List<String> names = new ArrayList<>();
        content().inputs().forEach(input -> names.add(input.name()));
        content().populations().forEach(population -> names.add(population.name()));
        return List.copyOf(names);
    }

    /**
     * The same with another value, as {@code ganglion run --set} changes it.
     *
     * @param pointer JSON pointer, such as {@code /clock/duration}; {@code -} adds to a list, once
     * @param value a text, a number, true or false, a {@link TimeSpan}, {@link Frequency} or {@link RandomValue}, an array, a list or a map
     * @throws InvalidInputException if the scenario is not valid with it
     */
    public RunnableScenario with(String pointer, Object value) {
        return with(Map.of(pointer, value));
    }

    /**
     * The same with other values, which are checked together.
     *
     * @param values by JSON pointer
     * @throws InvalidInputException if the scenario is not valid with them
     */
    public RunnableScenario with(Map<String, ?> values) {
        ScenarioOverrides before = content().overrides();
        return changed(new ScenarioOverrides(
                settings(before.settings(), values),
                values.containsKey("/seed") ? OptionalLong.empty() : before.seed(),
                before.profiles(),
                before.allowOutsidePaths()));
    }

    /** Settings and others after them, which replace what was set at their places or below. */
    static Map<String, String> settings(Map<String, String> before, Map<String, ?> values) {
        Map<String, String> settings = new LinkedHashMap<>(before);
        Units.inOrder(values).forEach((pointer, value) -> {
            if (pointer.endsWith("/-") && settings.containsKey(pointer)) {
                throw InvalidInputException.ofSetting(
                        pointer, "found a second value to add to the list, expected the whole list in place of both");
            }
            settings.keySet().removeIf(earlier -> earlier.equals(pointer) || earlier.startsWith(pointer + "/"));
            settings.put(pointer, NetworkBuilder.json(value).toString());
        });
        return settings;
    }

    /** The same with another seed, at least 0. */
    public RunnableScenario withSeed(long seed) {
        if (seed < 0) {
            throw InvalidInputException.ofArgument("seed: found " + seed + ", expected at least 0");
        }
        ScenarioOverrides before = content().overrides();
        return changed(new ScenarioOverrides(
                before.settings(), OptionalLong.of(seed), before.profiles(), before.allowOutsidePaths()));
    }

    /** The same costed on other devices: names of {@link GanglionApi#devices()}, or profile files. */
    public RunnableScenario onDevices(String... profiles) {
        ScenarioOverrides before = content().overrides();
        return changed(
                new ScenarioOverrides(before.settings(), before.seed(), List.of(profiles), before.allowOutsidePaths()));
    }

    private RunnableScenario changed(ScenarioOverrides overrides) {
        return GanglionException.translated(() -> new RunnableScenario(handle.with(overrides)));
    }

    /** The runs that it asks for by a sweep or repeats, in their order; itself if it asks for one only. */
    public List<RunnableScenario> points() {
        if (!handle.isStudy()) {
            return List.of(this);
        }
        List<RunnableScenario> points = new ArrayList<>();
        for (RunPoint point : content().points()) {
            points.add(GanglionException.translated(() -> new RunnableScenario(handle.at(point))));
        }
        return List.copyOf(points);
    }

    /** Runs it with the defaults. */
    public RunOutcome run() {
        return run(RunSetup.defaults());
    }

    /**
     * Runs it to its end, unless the setup ends it early.
     *
     * @throws InvalidInputException if a file that it names cannot be used, or it is a sweep, whose {@link #points()} are run one by one
     */
    public RunOutcome run(RunSetup setup) {
        int runs = handle.isStudy() ? content().points().size() : 1;
        if (runs > 1) {
            throw InvalidInputException.ofArgument(
                    name() + ": found a scenario of " + runs + " runs, expected one run: run each of its points()");
        }
        ScenarioHandle only = points().get(0).handle;
        return GanglionException.translated(() -> new RunOutcome(RunCall.of(only, setup.settings(), setup.progress())));
    }

    /**
     * Writes it as a scenario file, with all that it extends, and with the values that were changed. Long arrays of a network that was built in
     * code go beside it. Files of the same names are replaced.
     *
     * @param file JSON if its name ends in .json, else YAML
     * @return the scenario of the file, which gives the same bits; what is recorded of its runs can be costed and explained by the command line
     * @throws InvalidInputException if it is a sweep, whose {@link #points()} are saved one by one
     */
    public RunnableScenario save(Path file) {
        if (handle.isStudy()) {
            throw InvalidInputException.ofArgument(
                    name() + ": found a scenario of several runs, expected one run: save each of its points()");
        }
        return GanglionException.translated(() -> {
            try {
                ScenarioCopy.write(handle, file);
            } catch (IOException e) {
                throw new OutputException(file.toString(), e);
            }
            return new RunnableScenario(ScenarioHandle.read(file, false));
        });
    }

    /**
     * Lets its network hear a sound in place of its own recordings, and decide.
     *
     * @param sound WAV, FLAC, AIFF, AU, Ogg Vorbis or MP3
     * @throws InvalidInputException if it decides nothing, hears nothing, or the sound cannot be read
     */
    public TrainedNetwork.Answer classify(Path sound) {
        try {
            return classified(sound);
        } finally {
            Reference.reachabilityFence(this); // or its arrays might be deleted while they are read
        }
    }

    private TrainedNetwork.Answer classified(Path sound) {
        return GanglionException.translated(() -> TrainedNetwork.Answer.of(SoundClassifier.of(content())
                .classify(sound, RunSetup.defaults().settings())));
    }

    /**
     * An ear for sound that comes piece by piece, at the sample rate of the scenario's front end. To be closed.
     *
     * @throws InvalidInputException if the scenario cannot hear live: it needs one input with sound and an ear that needs no later sound
     */
    public LiveEar live() {
        return ear(0);
    }

    /**
     * The same for samples of another rate, which are resampled as they come.
     *
     * @param sampleRate in hertz
     */
    public LiveEar live(double sampleRate) {
        if (!(sampleRate >= 1 && sampleRate <= 10_000_000)) {
            throw InvalidInputException.ofArgument(
                    "sample rate: found " + sampleRate + " Hz, expected 1 to 10000000 Hz");
        }
        return ear(sampleRate);
    }

    private LiveEar ear(double sampleRate) {
        try {
            return GanglionException.translated(() -> LiveEar.of(LiveScenario.of(content()), sampleRate));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public String toString() {
        return "RunnableScenario[" + name() + "]";
    }
}
