package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.StageFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a saved network does as a stage of a cascade, as JSON of the journal. Classes are numbers, and -1 is none. */
public final class StageJson {

    private static final String VALIDATION = "validation";
    private static final String HELD = "held";
    private static final String REFUSAL = "refusal";
    private static final String FACTOR = "factor";

    private StageJson() {}

    /** The JSON. @param classes names of the classes, by number */
    public static ObjectNode of(SavedStage saved, List<String> classes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("saved", FiguresJson.of(saved.saved()));
        node.put(REFUSAL, saved.refusal());
        saved.stage().ifPresent(stage -> {
            node.set(VALIDATION, of(stage.validation(), classes));
            node.set(HELD, of(stage.held(), classes));
        });
        return node;
    }

    private static ObjectNode of(StageFigures figures, List<String> classes) {
        StagePower power = figures.power();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("samples", figures.samples());
        node.set("labels", numbers(figures.decided().labels(), classes));
        node.set("winners", numbers(figures.decided().winners(), classes));
        node.put("restWatts", power.restWatts()).put("decisionJoules", power.decisionJoules());
        node.put("workSeconds", power.workSeconds()).put("periodSeconds", figures.periodSeconds());
        node.put("asleep", figures.asleep());
        node.put("grade", power.reliability().grade().name());
        node.put("heldOut", power.reliability().heldOut());
        power.reliability().factor().ifPresent(factor -> node.put(FACTOR, factor));
        return node;
    }

    /** What a detector does in validation. @param classes names of its classes, by number */
    public static ObjectNode of(DetectorOutcome outcome, List<String> classes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(REFUSAL, outcome.refusal());
        outcome.figures().ifPresent(figures -> node.set(VALIDATION, of(figures, classes)));
        return node;
    }

    /** The same back from JSON; empty if it is none. @param device its name */
    public static Optional<DetectorOutcome> detector(JsonNode node, String device, List<String> classes) {
        try {
            return Optional.of(new DetectorOutcome(
                    node.has(VALIDATION)
                            ? Optional.of(figures(node.path(VALIDATION), device, classes))
                            : Optional.empty(),
                    node.path(REFUSAL).asText()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // it is found anew
        }
    }

    /** Classes as their numbers. */
    static ArrayNode numbers(List<String> names, List<String> classes) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> numbers.add(classes.indexOf(name)));
        return numbers;
    }

    /**
     * The same back from JSON.
     *
     * @param name of the point
     * @return empty if it is none: what a journal holds may have been changed
     */
    public static Optional<SavedStage> saved(JsonNode node, String name, List<String> classes) {
        try {
            return Optional.of(read(node, name, classes));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // it is found anew
        }
    }

    private static SavedStage read(JsonNode node, String name, List<String> classes) {
        DeviceOutcome saved = FiguresJson.device(node.path("saved"));
        Optional<CascadeStage> stage = node.has(HELD)
                ? Optional.of(new CascadeStage(
                        name,
                        saved.profile(),
                        saved.computes(),
                        figures(node.path(VALIDATION), saved.profile(), classes),
                        figures(node.path(HELD), saved.profile(), classes)))
                : Optional.empty();
        return new SavedStage(saved, stage, node.path(REFUSAL).asText());
    }

    private static StageFigures figures(JsonNode node, String device, List<String> classes) {
        JsonNode factor = node.path(FACTOR);
        Reliability reliability = new Reliability(
                Grade.valueOf(node.path("grade").asText()),
                node.path("heldOut").asInt(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                factor.isNumber() ? OptionalDouble.of(factor.doubleValue()) : OptionalDouble.empty());
        return new StageFigures(
                node.path("samples").asText(),
                new ClipWinners(names(node.path("labels"), classes), names(node.path("winners"), classes)),
                new StagePower(
                        device,
                        node.path("restWatts").asDouble(),
                        node.path("decisionJoules").asDouble(),
                        node.path("workSeconds").asDouble(),
                        reliability),
                node.path("asleep").asBoolean(),
                node.path("periodSeconds").asDouble());
    }

    private static List<String> names(JsonNode numbers, List<String> classes) {
        List<String> names = new ArrayList<>();
        numbers.forEach(number -> names.add(number.asInt() < 0 ? "" : classes.get(number.asInt())));
        return names;
    }
}
