package ganglion.scenario.experiment.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The accuracy of a model, or the macro F1 of detectors, under each disturbance of an experiment.
 *
 * @param set the disturbed samples, such as "test"
 * @param each in the order of the experiment
 */
public record RobustnessFigures(String set, List<Disturbed> each) {

    /** Nothing was tried. */
    static final RobustnessFigures NONE = new RobustnessFigures("", List.of());

    private static final String KEY = "robustness";

    /** Most curves in a chart, so that each has its colour. */
    private static final int CURVES = 8;

    /** Takes a copy of the list. */
    public RobustnessFigures {
        each = List.copyOf(each);
    }

    /** What a result holds; without a disturbance if it holds none. */
    public static RobustnessFigures in(ObjectNode result) {
        List<Disturbed> each = new ArrayList<>();
        result.at("/" + KEY + "/disturbances").forEach(node -> each.add(Disturbed.of(node)));
        return new RobustnessFigures(result.at("/" + KEY + "/set").asText(), each);
    }

    /** Puts the figures into a result; nothing, if there is no disturbance. */
    public void putInto(ObjectNode result) {
        if (!each.isEmpty()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            each.forEach(disturbed -> list.add(disturbed.json()));
            result.putObject(KEY).put("set", set).set("disturbances", list);
        }
    }

    /** The average of trainings that were tried on the same samples; those that were stopped before do not count. */
    public static RobustnessFigures mean(List<RobustnessFigures> several) {
        List<RobustnessFigures> tried =
                several.stream().filter(figures -> !figures.each().isEmpty()).toList();
        if (tried.isEmpty()) {
            return NONE;
        }
        String seeds = tried.size() == 1 ? ", one seed" : ", mean of " + tried.size() + " seeds";
        return new RobustnessFigures(
                tried.get(0).set() + seeds,
                IntStream.range(0, tried.get(0).each().size())
                        .mapToObj(i -> Disturbed.mean(tried.stream()
                                .map(figures -> figures.each().get(i))
                                .toList()))
                        .toList());
    }

    /** Whether an expectation of a result, of one training or of several, does not hold. */
    public static boolean isMissed(JsonNode result) {
        for (JsonNode disturbed : result.at("/" + KEY + "/disturbances")) {
            if (!disturbed.path("holds").asBoolean(true)) {
                return true;
            }
        }
        return false;
    }

    /** One human-readable line, if something is expected. */
    public List<String> lines() {
        long expected =
                each.stream().filter(of -> of.level().least().isPresent()).count();
        if (expected == 0) {
            return List.of();
        }
        List<String> missed = each.stream()
                .filter(disturbed -> !disturbed.holds())
                .map(disturbed -> disturbed.level().text() + " (" + disturbed.cell() + ", expected at least "
                        + disturbed.cellOfLeast() + ")")
                .toList();
        return List.of(
                missed.isEmpty()
                        ? "disturbed: "
                                + (expected == 1 ? "the expectation holds" : "all " + expected + " expectations hold")
                        : "disturbed: " + missed.size() + " of " + expected + " expectations missed: "
                                + String.join("; ", missed));
    }

    /** A row for each disturbance; no table if there is none. */
    public List<Table> tables() {
        if (each.isEmpty()) {
            return List.of();
        }
        boolean expects = each.stream().anyMatch(of -> of.level().least().isPresent());
        boolean baselines = each.stream().anyMatch(of -> of.baseline().isPresent());
        boolean seeds = each.stream().anyMatch(of -> !of.ofSeeds().isEmpty());
        String figure = isOfDetectors() ? "macro F1" : "accuracy";
        List<String> header = new ArrayList<>(
                List.of("disturbance", "samples", seeds ? "mean " + figure + " (lowest to highest seed)" : figure));
        header.addAll(baselines ? List.of(baselineName()) : List.of());
        header.addAll(expects ? List.of("expected at least") : List.of());
        List<List<String>> rows = new ArrayList<>();
        for (Disturbed disturbed : each) {
            List<String> row = new ArrayList<>(
                    List.of(disturbed.level().text(), Integer.toString(disturbed.samples()), disturbed.cell()));
            row.addAll(baselines ? List.of(disturbed.cellOfBaseline()) : List.of());
            row.addAll(expects ? List.of(disturbed.cellOfLeast() + (disturbed.holds() ? "" : ", missed")) : List.of());
            rows.add(row);
        }
        return List.of(new Table("Disturbed samples, " + set, header, rows));
    }

    /** A chart for each axis, with a curve for each kind of several strengths, and for its baseline where there is room. */
    public List<Chart> charts() {
        Map<String, Map<String, List<Disturbed>>> byAxis = each.stream()
                .collect(Collectors.groupingBy(
                        of -> of.level().axis(),
                        LinkedHashMap::new,
                        Collectors.groupingBy(of -> of.level().kind(), LinkedHashMap::new, Collectors.toList())));
        List<Chart> charts = new ArrayList<>();
        byAxis.forEach((axis, kinds) -> {
            List<String> drawn = kinds.keySet().stream()
                    .filter(kind -> kinds.get(kind).size() > 1)
                    .limit(CURVES)
                    .toList();
            List<Curve> curves = new ArrayList<>();
            drawn.forEach(kind -> curves.addAll(curves(kind, kinds.get(kind), 2 * drawn.size() <= CURVES)));
            if (!curves.isEmpty()) {
                charts.add(new Chart(
                        (isOfDetectors() ? "Macro F1" : "Accuracy") + ", disturbed by " + String.join(", ", drawn),
                        axis,
                        isOfDetectors() ? "" : "%",
                        curves));
            }
        });
        return charts;
    }

    private boolean isOfDetectors() {
        return !each.isEmpty() && each.get(0).isOfDetectors();
    }

    private String baselineName() {
        return isOfDetectors() ? "linear baseline" : "naive baseline";
    }

    private List<Curve> curves(String kind, List<Disturbed> list, boolean baseline) {
        List<Disturbed> sorted = list.stream()
                .sorted(Comparator.comparingDouble(of -> of.level().strength()))
                .toList();
        Curve own = curve(kind, sorted, Disturbed::value);
        return !baseline || list.get(0).baseline().isEmpty()
                ? List.of(own)
                : List.of(
                        own,
                        curve(
                                kind + ", " + baselineName(),
                                sorted,
                                of -> of.baseline().orElseThrow()));
    }

    private Curve curve(String name, List<Disturbed> sorted, ToDoubleFunction<Disturbed> value) {
        double scale = isOfDetectors() ? 1 : 100;
        return new Curve(
                name,
                sorted.stream().mapToDouble(of -> of.level().strength()).toArray(),
                sorted.stream()
                        .mapToDouble(of -> scale * value.applyAsDouble(of))
                        .toArray());
    }
}
