package ganglion.scenario.experiment.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.SchemaReference;
import ganglion.documents.Suggestions;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and validates experiment files. Safe to use from several threads. */
public final class ExperimentFiles {

    private static final List<TaskFormat> TASKS = List.of(
            new ClassificationFormat(),
            new DetectionFormat(),
            new EnergyComparisonFormat(),
            new MapTempotronFormat(),
            new StdpFormat(),
            new FourierTransformFormat(),
            new ToneAmplitudesFormat(),
            new RhythmFormat());
    private static final String USUAL_TASK = "classification";
    static final long USUAL_SEED = 42;
    private static final Map<String, DocumentSchema> SCHEMAS = new ConcurrentHashMap<>();

    private ExperimentFiles() {}

    /**
     * Reads an experiment and the files that it extends: YAML, or JSON where the name ends in {@code .json}.
     *
     * @param overrides values of the command line; profiles are of no effect
     * @throws InputException with every problem of the file that was found
     */
    public static Experiment read(Path file, ScenarioOverrides overrides) throws InputException {
        Place root = Documents.root(file, overrides.reading(), ExperimentFiles::schemaOf);
        long seed = overrides.seed().orElse(root.node().path("seed").asLong(USUAL_SEED));
        root.reading().setContext(RandomStreams.class, new RandomStreams(seed));
        TaskFormat task = task(root.text("task", USUAL_TASK));
        ExperimentHead head = new ExperimentHead(
                file.toAbsolutePath().normalize(),
                root.reading().source(),
                root.at("experiment").text(),
                task.name(),
                root.text("description", ""),
                seed,
                root.node().toPrettyString());
        Experiment experiment = task.read(head, root);
        root.reading().throwIfProblems();
        return experiment;
    }

    /**
     * Reads an experiment that may ask for several seeds: one experiment for each of its {@code seeds}, in their order, or
     * the experiment itself if it has none or the command line sets {@code seed}.
     *
     * @param overrides values of the command line
     * @throws InputException with every problem of the file that was found
     */
    public static List<Experiment> readSeeds(Path file, ScenarioOverrides overrides) throws InputException {
        Experiment alone = read(file, overrides);
        JsonNode seeds = seedsOf(alone.head());
        if (seeds.isEmpty() || overrides.settings().containsKey("/seed")) {
            return List.of(alone);
        }
        List<Experiment> experiments = new ArrayList<>();
        for (JsonNode seed : seeds) {
            Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
            settings.put("/seed", seed.asText());
            experiments.add(read(
                    file,
                    new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), overrides.allowOutsidePaths())));
        }
        return experiments;
    }

    private static JsonNode seedsOf(ExperimentHead head) {
        try {
            return new ObjectMapper().readTree(head.document()).path("seeds");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        }
    }

    /** Whether a file is meant as an experiment, rather than as a scenario. */
    public static boolean isExperiment(Path file) {
        try {
            JsonNode root = new DocumentReader().read(file).root();
            return root.path("experiment").isTextual();
        } catch (InputException e) {
            return false; // whoever reads it as something else will tell what is wrong with it
        }
    }

    /** What is wrong with an experiment; empty if nothing is. */
    public static List<Problem> validate(Path file) {
        try {
            read(file, ScenarioOverrides.NONE);
            return List.of();
        } catch (InputException e) {
            return e.problems();
        }
    }

    /** Names of the tasks. */
    public static List<String> tasks() {
        return TASKS.stream().map(TaskFormat::name).toList();
    }

    /**
     * The JSON Schema of the experiments of a task, draft 2020-12.
     *
     * @throws IllegalArgumentException if there is no such task
     */
    public static String schema(String task) {
        return schemaOf(task(task)).text();
    }

    /** The reference page of the experiments of a task, in Markdown. */
    public static String reference(String task) {
        return SchemaReference.markdown(
                schema(task), "Experiment reference", "ganglion validate --reference --task " + task);
    }

    /** The schema of the task that a document names; of the usual one, which refuses the name, if there is no such task. */
    static DocumentSchema schemaOf(JsonNode root) {
        String name = root.path("task").asText(USUAL_TASK);
        return schemaOf(task(tasks().contains(name) ? name : USUAL_TASK));
    }

    private static DocumentSchema schemaOf(TaskFormat task) {
        return SCHEMAS.computeIfAbsent(task.name(), name -> ExperimentSchema.of(task));
    }

    private static TaskFormat task(String name) {
        return TASKS.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the task \"" + name + "\", expected one of "
                        + String.join(", ", tasks()) + Suggestions.hint(name, tasks())));
    }
}
