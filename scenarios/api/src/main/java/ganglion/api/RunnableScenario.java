package ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FileSet;
import ganglion.documents.output.YamlText;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.format.WholeScenario;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.record.Recorder;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.run.ClassifiedSound;
import ganglion.scenario.run.ScenarioRunner;
import ganglion.scenario.run.SoundClassifier;
import java.io.File;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private final Origin origin;
    private final Scenario content;
    private final boolean onePoint;

    /**
     * Where a scenario comes from.
     *
     * @param file its file, or what messages call it in place of one
     * @param document its content, read once
     * @param inMemory whether there is no file of it
     * @param arrays where the arrays of a document in memory are, which are kept as long as this
     */
    private record Origin(Path file, ReadDocument document, boolean inMemory, Optional<TemporaryFolder> arrays) {}

    private RunnableScenario(Origin origin, ScenarioOverrides overrides, boolean onePoint) throws InputException {
        this.origin = origin;
        this.onePoint = onePoint;
        this.content = ScenarioFiles.made(origin.file, origin.document, overrides);
    }

    /** @param trusted whether its relative paths may lead out of its folder */
    static RunnableScenario read(Path file, boolean trusted) throws InputException {
        Origin origin = new Origin(file, ReadDocument.of(file, trusted), false, Optional.empty());
        return new RunnableScenario(origin, overrides(Map.of(), trusted), false);
    }

    /** @param name what messages call it; relative paths start from the working folder */
    static RunnableScenario inMemory(String name, ReadDocument document, Optional<TemporaryFolder> arrays)
            throws InputException {
        return new RunnableScenario(new Origin(Path.of(name), document, true, arrays), ScenarioOverrides.NONE, false);
    }

    /** Values that are set and no more. */
    static ScenarioOverrides overrides(Map<String, String> settings, boolean trusted) {
        return new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), trusted);
    }

    Scenario content() {
        return content;
    }

    boolean inMemory() {
        return origin.inMemory;
    }

    /** Its short name. */
    public String name() {
        return content.name();
    }

    /** Its description; may be empty. */
    public String description() {
        return content.description();
    }

    /** The seed of everything random. */
    public long seed() {
        return content.seed();
    }

    /** Names of its sources and populations, sources first. */
    public List<String> populations() {
        return Stream.concat(
                        content.inputs().stream().map(input -> input.name()),
                        content.populations().stream().map(population -> population.name()))
                .toList();
    }

    /**
     * The same with another value, as {@code ganglion run --set} changes it.
     *
     * @param pointer JSON pointer, such as {@code /clock/duration}; {@code -} adds to a list, once
     * @param value as of {@link NetworkBuilder#set}
     * @throws GanglionException if the scenario is not valid with it
     */
    public RunnableScenario with(String pointer, Object value) {
        return with(Map.of(pointer, value));
    }

    /**
     * The same with other values, which are checked together.
     *
     * @param values by JSON pointer
     * @throws GanglionException if the scenario is not valid with them
     */
    public RunnableScenario with(Map<String, ?> values) {
        ScenarioOverrides before = content.overrides();
        return changed(
                settings(before.settings(), values),
                values.containsKey("/seed") ? OptionalLong.empty() : before.seed(),
                before.profiles());
    }

    /** Settings and others after them, which replace what was set at their places or below. */
    static Map<String, String> settings(Map<String, String> before, Map<String, ?> values) {
        Map<String, String> settings = new LinkedHashMap<>(before);
        new TreeMap<String, Object>(values).forEach((pointer, value) -> {
            if (pointer.endsWith("/-") && settings.containsKey(pointer)) {
                throw new GanglionException(
                        pointer,
                        "found a second value to add to the list, expected the whole list in place of both",
                        null);
            }
            settings.keySet().removeIf(earlier -> earlier.equals(pointer) || earlier.startsWith(pointer + "/"));
            settings.put(pointer, NetworkDocument.json(value).toString());
        });
        return settings;
    }

    /** The same with another seed, at least 0. */
    public RunnableScenario withSeed(long seed) {
        if (seed < 0) {
            throw new GanglionException("seed: found " + seed + ", expected at least 0");
        }
        ScenarioOverrides before = content.overrides();
        return changed(before.settings(), OptionalLong.of(seed), before.profiles());
    }

    /** The same costed on other devices: names of {@link GanglionApi#devices()}, or profile files. */
    public RunnableScenario onDevices(String... profiles) {
        ScenarioOverrides before = content.overrides();
        return changed(before.settings(), before.seed(), List.of(profiles));
    }

    private RunnableScenario changed(Map<String, String> settings, OptionalLong seed, List<String> profiles) {
        boolean trusted = content.overrides().allowOutsidePaths();
        return GanglionException.translated(
                () -> new RunnableScenario(origin, new ScenarioOverrides(settings, seed, profiles, trusted), onePoint));
    }

    /** The runs that it asks for by a sweep or repeats, in their order; itself if it asks for one only. */
    public List<RunnableScenario> points() {
        if (!isStudy()) {
            return List.of(this);
        }
        return GanglionException.translated(() -> {
            List<RunnableScenario> points = new ArrayList<>();
            for (RunPoint point : content.points()) {
                points.add(new RunnableScenario(origin, content.overrides().at(point), true));
            }
            return List.copyOf(points);
        });
    }

    /** Whether it asks for several runs, or for one with values of a sweep, and is none of them. */
    private boolean isStudy() {
        return !onePoint && content.isStudy();
    }

    /** Runs it on all processors. */
    public RunOutcome run() {
        return run(RunSettings.ofThisMachine(), RunProgress.NONE);
    }

    /**
     * Runs it to its end, unless it is stopped early.
     *
     * @param settings how it uses the machine; no result depends on it, to the last bit
     * @param progress is told how far the run is, and may stop it; what was done by then is its result, which says that it is not complete
     * @throws GanglionException if a file that it names cannot be used, or it is a sweep, whose {@link #points()} are run one by one
     */
    public RunOutcome run(RunSettings settings, RunProgress progress) {
        RunnableScenario only = points().get(0);
        if (isStudy() && content.points().size() > 1) {
            throw new GanglionException(name() + ": found a scenario of "
                    + content.points().size() + " runs, expected one run: run each of its points()");
        }
        return GanglionException.translated(() -> only.runPoint(settings, progress));
    }

    private RunOutcome runPoint(RunSettings settings, RunProgress progress) throws InputException, IOException {
        try {
            NamedFiles.checkRasters(content);
            Optional<TemporaryFolder> recordings =
                    Recorder.isNeeded(content) ? Optional.of(TemporaryFolder.create("recording")) : Optional.empty();
            RunStorage storage = new RunStorage(Checkpoints.NONE, recordings.map(TemporaryFolder::path));
            return new RunOutcome(this, ScenarioRunner.run(content, settings, storage, progress), recordings);
        } catch (InputException e) {
            throw withoutFolder(e);
        }
    }

    /** The same problems, in which the arrays of a document in memory have names without the temporary folder, which nobody has named. */
    private InputException withoutFolder(InputException told) {
        String folder =
                origin.arrays.map(arrays -> arrays.path() + File.separator).orElse("");
        return new InputException(told.problems().stream()
                .map(problem -> new Problem(
                        problem.file(),
                        problem.line(),
                        problem.pointer(),
                        problem.message().replace(folder, "")))
                .toList());
    }

    /**
     * Writes it as a scenario file, with all that it extends, and with the values that were changed. Long arrays of a network that was built in
     * code go beside it, under names that begin with that of the file. Files of the same names are replaced. Other files stay where they are.
     *
     * @param file JSON if its name ends in .json, else YAML
     * @return the scenario of the file, which gives the same bits; what is recorded of its runs can be costed and explained by the command line
     * @throws GanglionException if it is a sweep, whose {@link #points()} are saved one by one, or the file cannot be written
     */
    public RunnableScenario save(Path file) {
        if (isStudy()) {
            throw new GanglionException(
                    name() + ": found a scenario of several runs, expected one run: save each of its points()");
        }
        return GanglionException.translated(() -> {
            try {
                write(file.toAbsolutePath().normalize());
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
            return read(file, false);
        });
    }

    /** Writes it as {@link #save} does. */
    void write(Path target) throws InputException, IOException {
        WholeScenario whole = ScenarioFiles.whole(origin.file, origin.document, content.overrides());
        Map<Path, Path> copies = new LinkedHashMap<>();
        List.copyOf(whole.files().entrySet())
                .forEach(file -> whole.rename(file.getKey(), name(file.getValue(), target, copies)));
        putDevices(whole.tree());
        boolean json = target.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = json ? whole.tree().toPrettyString() : YamlText.of(whole.tree());
        Files.createDirectories(target.getParent());
        try (FileSet files = new FileSet()) {
            for (Map.Entry<Path, Path> copy : copies.entrySet()) {
                files.fill(copy.getValue(), place -> Files.copy(copy.getKey(), place));
            }
            files.fill(target, place -> Files.writeString(place, text));
            files.publish();
        }
    }

    /** By what name a saved file finds a file: relative within its folder, else absolute. Arrays of memory are to be copied beside it. */
    private String name(DocumentPath file, Path target, Map<Path, Path> copies) {
        Path folder = target.getParent();
        Path resolved = file.resolved();
        if (origin.arrays.filter(own -> resolved.startsWith(own.path())).isPresent()) {
            String stem = target.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            String name = stem + "." + resolved.getFileName();
            copies.put(resolved, folder.resolve(name));
            return name;
        }
        Path named = resolved.startsWith(folder) ? folder.relativize(resolved) : resolved;
        return named.toString().replace('\\', '/');
    }

    /** The devices that are asked for in place of those of the document, which expectations may still be about. */
    private void putDevices(ObjectNode tree) {
        List<String> asked = content.overrides().profiles();
        if (asked.isEmpty()) {
            return;
        }
        ArrayNode devices = tree.arrayNode();
        asked.forEach(devices::add);
        for (JsonNode device : tree.path("hardware")) {
            JsonNode name = device.isObject() ? device.path("profile") : device;
            if (!asked.contains(name.asText())) {
                devices.add(device);
            }
        }
        tree.set("hardware", devices);
    }

    /**
     * Lets its network hear a sound in place of its own recordings, and decide.
     *
     * @param sound WAV, FLAC, AIFF, AU, Ogg Vorbis or MP3
     * @throws GanglionException if it decides nothing, hears nothing, or the sound cannot be read
     */
    public ClassifiedSound classify(Path sound) {
        try {
            return GanglionException.translated(
                    () -> SoundClassifier.of(content).classify(sound, RunSettings.ofThisMachine()));
        } finally {
            Reference.reachabilityFence(this); // or its arrays might be deleted while they are read
        }
    }

    @Override
    public String toString() {
        return "RunnableScenario[" + name() + "]";
    }
}
