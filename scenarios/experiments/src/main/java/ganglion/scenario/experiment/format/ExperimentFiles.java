package ganglion.scenario.experiment.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.SchemaReference;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.place.DocumentKind;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.data.OutputCheck;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.task.Task;
import ganglion.scenario.experiment.task.Tasks;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and validates experiment files. Safe to use from several threads. */
public final class ExperimentFiles {

    private static final String DEFAULT_TASK = Classification.TASK;
    private static final Map<String, DocumentSchema> SCHEMAS = new ConcurrentHashMap<>();

    private ExperimentFiles() {}

    /**
     * Reads an experiment and the files that it extends: YAML, or JSON where the name ends in {@code .json}.
     *
     * @param overrides values of the command line; profiles are of no effect
     * @throws InputException with every problem of the file that was found
     */
    public static Experiment read(Path file, ScenarioOverrides overrides) throws InputException {
        Place root = Documents.root(file, overrides.reading(), DocumentKind.EXPERIMENT, ExperimentFiles::schemaOf);
        long seed = overrides.seed().orElseGet(() -> ExperimentKeys.SEED.in(root));
        Task<?> task = taskOf(root.node());
        ExperimentHead head = new ExperimentHead(
                file.toAbsolutePath().normalize(),
                root.reading().source(),
                ExperimentKeys.EXPERIMENT.in(root),
                task.word(),
                DocumentKeys.DESCRIPTION.in(root),
                seed,
                root.node().toPrettyString());
        root.reading().setContext(RandomStreams.class, new RandomStreams(seed));
        root.reading().setContext(ExperimentHead.class, head);
        Experiment experiment = task.shape().read(root);
        root.reading().throwIfProblems();
        return experiment;
    }

    /**
     * Reads an experiment that may have several seeds: one experiment for each of its {@code seeds}, in their order, or
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

    /**
     * Reads several experiment files, each once for each of its seeds.
     *
     * @param overrides values of the command line
     * @throws InputException with the problems of all files
     */
    public static List<List<Experiment>> readAll(List<Path> files, ScenarioOverrides overrides) throws InputException {
        List<List<Experiment>> experiments = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                experiments.add(readSeeds(file, overrides));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return experiments;
    }

    private static JsonNode seedsOf(ExperimentHead head) {
        try {
            return new ObjectMapper().readTree(head.document()).path(ExperimentKeys.SEEDS.name());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        }
    }

    /** Whether a file, or one that it extends in its folder, is an experiment rather than a scenario or a search. */
    public static boolean isExperiment(Path file) {
        return DocumentKind.of(file, false).equals(Optional.of(DocumentKind.EXPERIMENT));
    }

    /** The problems of an experiment, and of its outputs beside the classes of its data, if these are at hand; empty if there are none. */
    public static List<Problem> validate(Path file, ScenarioOverrides overrides) {
        try {
            return OutputCheck.problems(read(file, overrides));
        } catch (InputException e) {
            return e.problems();
        }
    }

    /**
     * The JSON Schema of the experiments of a task, draft 2020-12.
     *
     * @throws IllegalArgumentException if there is no such task
     */
    public static String schema(String task) {
        return schemaOf(Tasks.of(task)).text();
    }

    /** The reference page of the experiments of a task, in Markdown. */
    public static String reference(String task) {
        return SchemaReference.markdown(
                schema(task), "Experiment reference: " + task, "ganglion validate --reference --task " + task);
    }

    /** The schema of the task that a document names; one that refuses the name and nothing else, if there is no such task. */
    static DocumentSchema schemaOf(JsonNode root) {
        return Tasks.words().contains(wordOf(root))
                ? schemaOf(taskOf(root))
                : SCHEMAS.computeIfAbsent("", none -> {
                    ObjectNode schema = JsonNodeFactory.instance.objectNode();
                    ArrayNode words = schema.putObject("properties")
                            .putObject(ExperimentKeys.TASK)
                            .putArray("enum");
                    Tasks.words().forEach(words::add);
                    return DocumentSchema.of(schema.toString());
                });
    }

    private static DocumentSchema schemaOf(Task<?> task) {
        return SCHEMAS.computeIfAbsent(
                task.word(),
                word -> SchemaWriter.schema(
                        "urn:ganglion:experiment:" + word + ":1", task.description(), task.shape()));
    }

    private static Task<?> taskOf(JsonNode root) {
        return Tasks.of(wordOf(root));
    }

    private static String wordOf(JsonNode root) {
        return root.path(ExperimentKeys.TASK).asText(DEFAULT_TASK);
    }
}
