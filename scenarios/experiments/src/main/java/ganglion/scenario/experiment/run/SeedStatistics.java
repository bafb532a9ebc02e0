package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.task.Tasks;
import java.util.ArrayList;
import java.util.List;

/** The results of one experiment, trained with several seeds, as one outcome. */
public final class SeedStatistics {

    private SeedStatistics() {}

    /**
     * The outcome of all seeds: the figures of the task per seed, their statistics, and the model of the best. Curves and tables of a seed
     * are in its own outcome.
     *
     * @param each the outcome of each seed, in the order of the seeds; at least one
     * @param all whether these are all seeds of the experiment
     */
    public static TrainingOutcome of(List<TrainingOutcome> each, boolean all) {
        TrainingOutcome best = best(each);
        List<SeedFigure> figures = Tasks.of(best.experiment().head().task()).figures().stream()
                .filter(figure -> each.stream()
                        .anyMatch(outcome -> figure.in(outcome.result()).isPresent()))
                .toList();
        boolean complete = all && each.stream().allMatch(TrainingOutcome::complete);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("complete", complete);
        result.put("bestSeed", seed(best));
        ArrayNode seeds = result.putArray("seeds");
        each.forEach(outcome -> seeds.add(figures(outcome, figures)));
        List<String> summary = new ArrayList<>();
        for (SeedFigure figure : figures) {
            double[] values = values(each, figure);
            result.withObject(figure.isAccuracy() ? "/accuracy" : "/figures")
                    .set(figure.key(), SeedFigure.statistics(values));
            summary.add(figure.line(values));
        }
        summary.addAll(besideBaselines(each));
        best.model().ifPresent(model -> summary.add("model of seed " + seed(best) + ", " + reason(best)));
        RobustnessFigures robustness = RobustnessFigures.mean(each.stream()
                .map(outcome -> RobustnessFigures.in(outcome.result()))
                .toList());
        robustness.putInto(result);
        summary.addAll(robustness.lines());
        List<Table> tables = new ArrayList<>(List.of(table(each, figures)));
        tables.addAll(robustness.tables());
        List<String> warnings = new ArrayList<>();
        each.forEach(outcome ->
                outcome.warnings().forEach(warning -> warnings.add("seed " + seed(outcome) + ": " + warning)));
        return new TrainingOutcome(
                best.experiment(), best.model(), result, robustness.charts(), tables, summary, warnings, complete);
    }

    /** On which sets, and with how many seeds, the network is not better than the naive baseline; no line if it always is. */
    private static List<String> besideBaselines(List<TrainingOutcome> each) {
        List<String> lines = new ArrayList<>();
        for (String set : List.of("validation", "test")) {
            List<JsonNode> compared = each.stream()
                    .map(outcome -> outcome.result().path(set))
                    .filter(found -> found.at("/baseline/accuracy").isNumber())
                    .toList();
            long notBetter = compared.stream()
                    .filter(found -> found.path("accuracy").asDouble()
                            <= found.at("/baseline/accuracy").asDouble())
                    .count();
            if (notBetter > 0) {
                lines.add(set + ": the network is not better than the naive baseline with "
                        + (notBetter == compared.size() ? "any" : Long.toString(notBetter)) + " of the "
                        + compared.size() + (compared.size() == 1 ? " seed" : " seeds"));
            }
        }
        return lines;
    }

    /** By accuracy, then by loss in validation; the first seed of those that are equal, or if there is no validation. */
    static TrainingOutcome best(List<TrainingOutcome> each) {
        TrainingOutcome best = each.get(0);
        for (TrainingOutcome outcome : each) {
            int order = Double.compare(validation(outcome, "accuracy"), validation(best, "accuracy"));
            if (order > 0 || order == 0 && validation(outcome, "loss") < validation(best, "loss")) {
                best = outcome;
            }
        }
        return best;
    }

    private static double validation(TrainingOutcome outcome, String name) {
        return outcome.result().path("validation").path(name).asDouble(0);
    }

    private static String reason(TrainingOutcome best) {
        return best.result().path("validation").has("accuracy")
                ? "the best in validation"
                : "the first, as there is no validation";
    }

    private static long seed(TrainingOutcome outcome) {
        return outcome.experiment().head().seed();
    }

    private static ObjectNode figures(TrainingOutcome outcome, List<SeedFigure> figures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("seed", seed(outcome));
        if (outcome.result().has("bestEpoch")) {
            node.set("bestEpoch", outcome.result().get("bestEpoch"));
        }
        figures.forEach(figure -> figure.in(outcome.result()).ifPresent(value -> node.set(figure.keyOfSeed(), value)));
        return node;
    }

    private static double[] values(List<TrainingOutcome> each, SeedFigure figure) {
        return each.stream()
                .flatMap(outcome -> figure.in(outcome.result()).stream())
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static Table table(List<TrainingOutcome> each, List<SeedFigure> figures) {
        boolean epochs = each.stream().anyMatch(outcome -> outcome.result().has("bestEpoch"));
        List<String> header = new ArrayList<>(epochs ? List.of("seed", "best epoch") : List.of("seed"));
        figures.forEach(figure -> header.add(figure.title()));
        List<List<String>> rows = new ArrayList<>();
        for (TrainingOutcome outcome : each) {
            List<String> row = new ArrayList<>(List.of(Long.toString(seed(outcome))));
            if (epochs) {
                row.add(outcome.result().path("bestEpoch").asText());
            }
            figures.forEach(figure -> row.add(figure.cell(outcome.result())));
            rows.add(row);
        }
        return new Table("Seeds", header, rows);
    }
}
