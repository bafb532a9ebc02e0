package ganglion.scenario.experiment.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.run.EvaluationText;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * What a model does under one set of conditions.
 *
 * @param conditions under which it was tried
 * @param line the main figures in one line, human-readable
 * @param tables the figures of each class, human-readable
 * @param document conditions and figures as JSON
 */
public record Trial(TrialConditions conditions, String line, List<Table> tables, ObjectNode document) {

    private static final String NONE = "-";

    /**
     * Trials side by side, for a terminal.
     *
     * @param data what each trial was on
     */
    public static Table table(List<Trial> trials, List<String> data) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            rows.add(trials.get(i).row(data.get(i)));
        }
        return new Table(
                "Trials",
                List.of(
                        "samples of",
                        "conditions",
                        "samples",
                        "accuracy, or macro F1",
                        "95 %",
                        "naive baseline",
                        "mean area under curve"),
                rows);
    }

    private List<String> row(String data) {
        int samples = document.get("samples").asInt();
        JsonNode accuracy = document.path("accuracy");
        JsonNode naive = document.at("/baseline/accuracy");
        DoubleSummaryStatistics areas = new DoubleSummaryStatistics();
        for (JsonNode each : document.path("classes")) {
            JsonNode area = each.path("areaUnderCurve");
            if (area.isNumber()) {
                areas.accept(area.asDouble());
            }
        }
        return List.of(
                data,
                conditions.toString(),
                Integer.toString(samples),
                accuracy.isNumber()
                        ? EvaluationText.percent(accuracy.asDouble())
                        : number(document.path("macroF1").asDouble()),
                accuracy.isNumber()
                        ? WilsonInterval.of(accuracy.asDouble(), samples).percent()
                        : NONE,
                naive.isNumber() ? EvaluationText.percent(naive.asDouble()) : NONE,
                areas.getCount() == 0 ? NONE : number(areas.getAverage()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** @param figures what was found, as JSON; follows the conditions in the document */
    static Trial of(TrialConditions conditions, String line, List<Table> tables, ObjectNode figures) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("gainDecibels", conditions.gainDecibels());
        if (conditions.fragment().seconds() > 0) {
            document.put("fragmentSeconds", conditions.fragment().seconds());
        }
        if (conditions.noiseRatioDecibels().isPresent()) {
            document.put("noiseRatioDecibels", conditions.noiseRatioDecibels().getAsDouble());
            document.put(
                    "noise",
                    conditions.noiseFolder().map(DocumentPath::toString).orElse(TrialRequest.WHITE.toString()));
        } else {
            document.putNull("noiseRatioDecibels");
        }
        document.setAll(figures);
        return new Trial(conditions, line, tables, document);
    }
}
