package ganglion.scenario.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Results as JSON: the answers of workers, and {@code results.json} of a suite. */
public final class ResultJson {

    /** Value of {@code format} in the results of a suite. */
    public static final String FORMAT = "ganglion-suite";

    /** Value of {@code format} in the results of a sweep. */
    public static final String SWEEP_FORMAT = "ganglion-sweep";

    /** Its {@code formatVersion}. */
    public static final int SWEEP_VERSION = 1;

    private ResultJson() {}

    /** A suite with its cases. */
    public static ObjectNode of(SuiteResult suite) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("formatVersion", 1);
        node.put("status", suite.status().word());
        node.put("seconds", suite.seconds());
        for (Status status : Status.values()) {
            node.put(status.word(), suite.count(status));
        }
        ArrayNode cases = node.putArray("scenarios");
        suite.cases().forEach(each -> cases.add(of(each)));
        return node;
    }

    /**
     * A sweep that was run alone, with the seconds that passed.
     *
     * @param alone the suite that has this case only
     */
    public static ObjectNode ofSweep(SuiteResult alone) {
        return ofSweep(alone.cases().get(0)).put("wallSeconds", alone.seconds());
    }

    /**
     * A sweep: its case, with the format and its version as {@code result.json} of a run has them, and its points with each figure over their
     * runs. Its {@code seconds} are those of all runs added up, though several run at once.
     */
    public static ObjectNode ofSweep(CaseResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", SWEEP_FORMAT);
        node.put("formatVersion", SWEEP_VERSION);
        node.setAll(of(result));
        ArrayNode points = node.putArray("points");
        StudyPoint.of(result).forEach(point -> points.add(of(point)));
        return node;
    }

    private static ObjectNode of(StudyPoint point) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode settings = node.putObject("settings");
        point.settings().forEach(settings::put);
        node.put("runs", point.runs());
        node.put("lost", point.lost());
        node.put("expectationsThatHold", point.held());
        node.put("expectations", point.expected());
        ObjectNode figures = node.putObject("figures");
        point.figures()
                .forEach((figure, statistics) -> figures.putObject(figure)
                        .put("mean", statistics.mean())
                        .put("deviation", statistics.deviation())
                        .put("lowest", statistics.lowest())
                        .put("highest", statistics.highest()));
        return node;
    }

    /** A case with its runs. */
    public static ObjectNode of(CaseResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("scenario", result.name());
        node.put("file", result.file());
        node.put("status", result.status().word());
        node.put("seconds", result.seconds());
        putTexts(node, "tags", result.tags());
        putTexts(node, "notes", result.notes());
        ArrayNode runs = node.putArray("runs");
        result.runs().forEach(run -> runs.add(of(run)));
        return node;
    }

    private static ObjectNode of(RunResult run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("label", run.label());
        ObjectNode settings = node.putObject("settings");
        run.settings().forEach(settings::put);
        node.put("seed", run.seed());
        node.put("status", run.status().word());
        node.put("seconds", run.seconds());
        node.put("report", run.report());
        putTexts(node, "messages", run.messages());
        ObjectNode figures = node.putObject("figures");
        run.figures().forEach(figures::put);
        ArrayNode outcomes = node.putArray("expectations");
        for (ExpectationOutcome outcome : run.outcomes()) {
            ObjectNode checked = outcomes.addObject()
                    .put("pointer", outcome.pointer())
                    .put("text", outcome.text())
                    .put("passed", outcome.passed())
                    .put("found", outcome.found())
                    .put("expected", outcome.expected());
            outcome.value()
                    .ifPresent(value -> checked.put("value", value.value()).put("unit", value.unit()));
        }
        return node;
    }

    private static void putTexts(ObjectNode node, String key, List<String> texts) {
        ArrayNode list = node.putArray(key);
        texts.forEach(list::add);
    }

    /**
     * A case as {@link #of(CaseResult)} wrote it.
     *
     * @throws IllegalArgumentException if there are no runs, or a status is none
     */
    static CaseResult caseOf(JsonNode node) {
        return new CaseResult(
                node.path("file").asText(),
                node.path("scenario").asText(),
                list(node.path("tags"), JsonNode::asText),
                list(node.path("runs"), ResultJson::runOf),
                list(node.path("notes"), JsonNode::asText));
    }

    private static RunResult runOf(JsonNode node) {
        Map<String, String> settings = new LinkedHashMap<>();
        node.path("settings")
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
        Map<String, Double> figures = new LinkedHashMap<>();
        node.path("figures")
                .properties()
                .forEach(each -> figures.put(each.getKey(), each.getValue().asDouble()));
        return new RunResult(
                node.path("label").asText(),
                settings,
                node.path("seed").asLong(),
                Status.ofWord(node.path("status").asText()),
                list(node.path("expectations"), ResultJson::outcomeOf),
                list(node.path("messages"), JsonNode::asText),
                node.path("report").asText(),
                figures,
                node.path("seconds").asDouble());
    }

    private static ExpectationOutcome outcomeOf(JsonNode node) {
        ExpectationOutcome outcome = new ExpectationOutcome(
                node.path("pointer").asText(),
                node.path("text").asText(),
                node.path("passed").asBoolean(),
                node.path("found").asText(),
                node.path("expected").asText());
        return node.path("value").isNumber()
                ? outcome.withValue(
                        node.path("value").asDouble(), node.path("unit").asText())
                : outcome;
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        nodes.forEach(node -> list.add(read.apply(node)));
        return list;
    }
}
