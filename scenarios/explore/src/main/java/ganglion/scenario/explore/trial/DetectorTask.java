package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.MergedClasses;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.DetectorClasses;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a detector of a network: classes, outputs and the treatment of rare events.
 *
 * @param value the class that wakes
 * @param settings by JSON pointer, but for the outputs
 * @param outputs pointer of the outputs of the last layer, which become two; empty if they are two or one already
 */
record DetectorTask(String value, Map<String, String> settings, String outputs) {

    /** Begins with what no name in a document has, so that none is the same. */
    static final String NAME = "detector of";

    private static final String CLASSES = "/data/classes";
    private static final String LAYERS = "/network/layers";
    private static final String OUTPUTS = "outputs";
    private static final String BALANCE = "/training/balance";

    /**
     * The task for an experiment.
     *
     * @param classes names of its classes
     * @param others what varies beside it
     */
    static DetectorTask of(
            CascadeWish wish, Classification experiment, List<String> classes, List<SearchDimension> others) {
        DetectorClasses two = DetectorClasses.of(wish.events());
        ObjectNode merge = JsonNodeFactory.instance.objectNode();
        wish.events().forEach(merge.putArray(two.event())::add);
        classes.stream().filter(name -> !wish.events().contains(name)).forEach(merge.putArray(two.other())::add);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(MergedClasses.POINTER, merge.toString());
        settings.put(
                CLASSES,
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(two.other())
                        .add(two.event())
                        .toString());
        JsonNode document = document(experiment);
        boolean balanced = !document.at(BALANCE).asText("none").equals("none")
                || others.stream().anyMatch(dimension -> dimension.pointers().contains(BALANCE));
        if (!balanced) {
            settings.put(BALANCE, "repeat-few");
        }
        return new DetectorTask(two.event(), settings, outputs(document.at(LAYERS)));
    }

    private static String outputs(JsonNode layers) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).has(OUTPUTS)) {
                return layers.get(i).path(OUTPUTS).asInt() > 2 ? LAYERS + "/" + i + "/" + OUTPUTS : "";
            }
        }
        return "";
    }

    private static JsonNode document(Classification experiment) {
        try {
            return new ObjectMapper().readTree(experiment.head().document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        }
    }

    /** The task of a network whose layers are those of the experiment. */
    Choice plain() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (!outputs.isEmpty()) {
            all.put(outputs, "2");
        }
        return new Choice(NAME, List.of(new Choice.Option(value, all)));
    }

    /** The task beside what varies: layers that vary as a whole have their own outputs. */
    Choice beside(List<SearchDimension> dimensions) {
        return dimensions.stream().anyMatch(this::setsLayers)
                ? new Choice(NAME, List.of(new Choice.Option(value, settings)))
                : plain();
    }

    /** A choice of layers, of which each value has the task as well. */
    Choice with(Choice layers) {
        List<Choice.Option> options = new ArrayList<>();
        for (Choice.Option option : layers.options()) {
            Map<String, String> all = new LinkedHashMap<>(option.settings());
            all.putAll(settings);
            options.add(new Choice.Option(option.text(), all));
        }
        return new Choice(layers.name(), options);
    }

    /** Whether a dimension sets the last layer as a whole, or all layers. */
    boolean setsLayers(SearchDimension dimension) {
        return !outputs.isEmpty()
                && dimension instanceof Choice
                && dimension.pointers().stream().anyMatch(pointer -> outputs.startsWith(pointer + "/"));
    }

    /** What a dimension sets that a detector sets itself; empty if there is nothing. */
    Optional<String> taken(SearchDimension dimension) {
        return dimension.pointers().stream()
                .filter(pointer ->
                        pointer.equals(outputs) || overlap(pointer, MergedClasses.POINTER) || overlap(pointer, CLASSES))
                .findFirst();
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }
}
