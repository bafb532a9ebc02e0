package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.model.ScenarioOverrides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A configuration as an experiment: without disturbances, with the seed of a training and the same
 * samples held out for validation whatever the seed. The test set stays out until the end.
 *
 * @param experiment the experiment, with its test set
 * @param key the same for configurations and seeds that train the same network
 */
public record Variant(Classification experiment, String key) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * The variant of a configuration.
     *
     * @param seed of the training
     * @param epochs of the training; 0 for those of the experiment
     * @throws InputException with what is wrong with the experiment that it gives
     */
    public static Variant of(Search search, Configuration configuration, long seed, int epochs) throws InputException {
        Map<String, String> settings = new LinkedHashMap<>(search.space().settings(configuration));
        settings.put("/seed", Long.toString(seed));
        Classification first = read(search, configuration, settings);
        JsonNode document = document(first);
        settings.putAll(validation(search, first));
        settings.putAll(schedule(document));
        if (epochs > 0) {
            settings.put("/training/epochs", Integer.toString(epochs));
        }
        Classification read = read(search, configuration, settings);
        Classification plain = new Classification(
                read.head(),
                read.data(),
                read.features(),
                read.augmentation(),
                read.network(),
                read.training(),
                read.calibrated(),
                List.of());
        ObjectNode trained = document(read);
        ((ObjectNode) trained.path("training")).remove("epochs");
        return new Variant(plain, seed + " " + trained);
    }

    private static Classification read(Search search, Configuration configuration, Map<String, String> settings)
            throws InputException {
        Experiment experiment = ExperimentFiles.read(
                search.experiment().resolved(),
                new ScenarioOverrides(
                        settings,
                        OptionalLong.empty(),
                        List.of(),
                        search.source().outside()));
        if (experiment instanceof Classification classification) {
            return classification;
        }
        throw new InputException(experiment
                .head()
                .problem(
                        "/task",
                        "found the task " + experiment.head().task() + ", expected classification in a search"));
    }

    /** The whole experiment with what was set. */
    private static ObjectNode document(Classification experiment) {
        return (ObjectNode) json(experiment.head().document());
    }

    /** What is held out, the same for all seeds of a training. */
    private static Map<String, String> validation(Search search, Classification experiment) throws InputException {
        JsonNode data = document(experiment).path("data");
        if (!data.has("test")) {
            throw new InputException(experiment
                    .head()
                    .problem("/data", "found no test set, expected one, which nothing of a search is chosen by"));
        }
        if (data.has("validation")) {
            return Map.of();
        }
        if (!(data.path("hold-out") instanceof ObjectNode held)) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            "/data",
                            "found neither a validation set nor hold-out, expected one of them, which a search"
                                    + " chooses by"));
        }
        if (!held.has("seed")) {
            held.put("seed", search.seeds().search());
        }
        return Map.of("/data/hold-out", held.toString());
    }

    /** A text that is JSON: of a document that was read, or of a value that a dimension sets. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        }
    }

    /** A schedule that ends with the training must know its end in the first stage already, or the stages would be another training. */
    private static Map<String, String> schedule(JsonNode document) {
        JsonNode schedule = document.at("/training/schedule");
        boolean open = schedule.path("kind").asText().equals("cosine") && !schedule.has("epochs");
        JsonNode epochs = document.at("/training/epochs");
        return open && epochs.isInt() ? Map.of("/training/schedule/epochs", epochs.toString()) : Map.of();
    }

    /** The experiment without its test set, as the search sees it. */
    public Classification unseen() {
        return experiment.withoutTest();
    }

    /** The same for variants whose samples are the same. */
    public String samplesKey() {
        ObjectNode document = document(experiment);
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        for (String part : List.of("data", "features", "augmentation")) {
            key.set(part, document.path(part));
        }
        boolean drawn = experiment.augmentation().active() || key.toString().contains("most-per-class");
        // Paths of data start from the folder of the experiment.
        return experiment.head().file().toAbsolutePath().getParent() + " " + key
                + (drawn ? " " + experiment.head().seed() : "");
    }
}
