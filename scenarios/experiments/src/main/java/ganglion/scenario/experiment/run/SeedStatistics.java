package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.run.TrainingOutcome.Table;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** What the trainings of one experiment with several seeds came to together. */
public final class SeedStatistics {

    private static final List<String> SETS = List.of("validation", "test");

    private SeedStatistics() {}

    /**
     * The outcome of all seeds: the figures of each, their statistics, and model and curves of the best.
     *
     * @param each what each seed came to, in the order of the seeds; at least one
     * @param all whether these are all seeds that were asked for
     */
    public static TrainingOutcome of(List<TrainingOutcome> each, boolean all) {
        TrainingOutcome best = best(each);
        boolean complete = all && each.stream().allMatch(TrainingOutcome::complete);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("complete", complete);
        result.put("bestSeed", seed(best));
        ArrayNode seeds = result.putArray("seeds");
        each.forEach(outcome -> seeds.add(figures(outcome)));
        ObjectNode accuracy = result.putObject("accuracy");
        List<String> summary = new ArrayList<>();
        for (String set : SETS) {
            double[] values = accuracies(each, set);
            if (values.length > 0) {
                accuracy.set(set, statistics(values));
                summary.add(line(set, values));
            }
        }
        summary.add("model of seed " + seed(best) + ", the best in validation");
        List<Table> tables = new ArrayList<>(List.of(table(each)));
        tables.addAll(best.tables());
        List<String> warnings = new ArrayList<>();
        each.forEach(outcome ->
                outcome.warnings().forEach(warning -> warnings.add("seed " + seed(outcome) + ": " + warning)));
        return new TrainingOutcome(
                best.experiment(), best.model(), result, best.charts(), tables, summary, warnings, complete);
    }

    /** By accuracy, then by loss in validation; the first seed of those that are equal, or if there is no validation. */
    static TrainingOutcome best(List<TrainingOutcome> each) {
        TrainingOutcome best = each.get(0);
        for (TrainingOutcome outcome : each) {
            int order = Double.compare(figure(outcome, "accuracy", 0), figure(best, "accuracy", 0));
            if (order > 0 || order == 0 && figure(outcome, "loss", 0) < figure(best, "loss", 0)) {
                best = outcome;
            }
        }
        return best;
    }

    private static double figure(TrainingOutcome outcome, String name, double usual) {
        return outcome.result().path("validation").path(name).asDouble(usual);
    }

    private static long seed(TrainingOutcome outcome) {
        return outcome.experiment().head().seed();
    }

    private static ObjectNode figures(TrainingOutcome outcome) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode().put("seed", seed(outcome));
        figures.set("bestEpoch", outcome.result().path("bestEpoch"));
        for (String set : SETS) {
            JsonNode section = outcome.result().path(set);
            if (section.has("accuracy")) {
                figures.set(set + "Accuracy", section.get("accuracy"));
            }
        }
        return figures;
    }

    private static double[] accuracies(List<TrainingOutcome> each, String set) {
        return each.stream()
                .map(outcome -> outcome.result().path(set).path("accuracy"))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static ObjectNode statistics(double[] values) {
        DoubleSummaryStatistics found = summary(values);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("mean", found.getAverage());
        Numbers.put(node, "standardDeviation", standardDeviation(values));
        return node.put("min", found.getMin()).put("max", found.getMax());
    }

    private static DoubleSummaryStatistics summary(double[] values) {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        for (double value : values) {
            statistics.accept(value);
        }
        return statistics;
    }

    /** Of the sample, with a divisor of one less than there are values; not a number for a single one. */
    static double standardDeviation(double[] values) {
        double mean = summary(values).getAverage();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    private static String line(String set, double[] values) {
        DoubleSummaryStatistics found = summary(values);
        String spread = values.length < 2
                ? ""
                : String.format(Locale.ROOT, ", standard deviation %.2f %%", 100 * standardDeviation(values));
        return String.format(
                Locale.ROOT,
                "%s, %d seeds: accuracy mean %.2f %%%s, from %.2f %% to %.2f %%",
                set,
                values.length,
                100 * found.getAverage(),
                spread,
                100 * found.getMin(),
                100 * found.getMax());
    }

    private static Table table(List<TrainingOutcome> each) {
        List<List<String>> rows = new ArrayList<>();
        for (TrainingOutcome outcome : each) {
            List<String> row = new ArrayList<>();
            row.add(Long.toString(seed(outcome)));
            row.add(outcome.result().path("bestEpoch").asText());
            SETS.forEach(set -> row.add(cell(outcome.result().path(set).path("accuracy"))));
            rows.add(row);
        }
        return new Table("Seeds", List.of("seed", "best epoch", "validation accuracy", "test accuracy"), rows);
    }

    private static String cell(JsonNode accuracy) {
        return accuracy.isNumber() ? String.format(Locale.ROOT, "%.2f %%", 100 * accuracy.asDouble()) : "";
    }
}
