package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.model.Model;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DetectionScores;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.outcome.IntervalJson;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The scores of detectors on mixtures.
 *
 * @param labels the classes of each mixture, as bits
 * @param scores per mixture and class; a class is detected if its score is above 0
 */
public record DetectionEvaluation(int[] labels, double[][] scores) {

    /** Evaluates a model, in double precision. */
    public static DetectionEvaluation of(Model model, List<Sample> samples, TrainingPlan training) {
        int[] labels = samples.stream().mapToInt(Sample::label).toArray();
        double[][] scores = new double[labels.length][];
        int batch = training.batchSize();
        EvaluationStep step = training.evaluation();
        Engine engine = new ReferenceNetwork(model);
        for (int first = 0; first < labels.length; first += batch) {
            int end = Math.min(labels.length, first + batch);
            double[][] found =
                    engine.evaluate(samples.subList(first, end), step).scores();
            System.arraycopy(found, 0, scores, first, end - first);
        }
        return new DetectionEvaluation(labels, scores);
    }

    /** The counts of hits, false alarms and misses. */
    public DetectionScores counts() {
        return DetectionScores.of(labels, scores);
    }

    /** One human-readable line. */
    public static String line(String conditions, DetectionScores counts) {
        return String.format(
                Locale.ROOT,
                "%s: macro F1 %.3f%s, micro F1 %.3f, all classes right %s %s of %d mixtures; yes to all: macro F1 %.3f, micro"
                        + " F1 %.3f",
                conditions,
                counts.macroF1(),
                leftOut(counts),
                counts.microF1(),
                EvaluationText.percent(counts.exactShare()),
                WilsonInterval.of(counts.exactShare(), counts.samples()).percent(),
                counts.samples(),
                counts.macroF1OfAll(),
                counts.microF1OfAll());
    }

    private static String leftOut(DetectionScores counts) {
        int absent = counts.classesWithoutSamples();
        return absent == 0
                ? ""
                : " of " + (counts.classes() - absent) + " classes (" + absent + " that no mixture has left out)";
    }

    /** Human-readable figures per class. */
    public static TrainingOutcome.Table table(String conditions, DetectionScores counts, List<String> classes) {
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < counts.classes(); c++) {
            rows.add(List.of(
                    classes.get(c),
                    Integer.toString(counts.count(c)),
                    EvaluationText.percent(counts.precision(c)),
                    EvaluationText.percent(counts.recall(c)),
                    WilsonInterval.of(counts.recall(c), counts.count(c)).percent(),
                    String.format(Locale.ROOT, "%.3f", counts.f1(c))));
        }
        return new TrainingOutcome.Table(
                "Detectors, " + conditions,
                List.of("class", "mixtures with it", "precision", "recall", "95 %", "F1"),
                rows);
    }

    /** Counted figures as JSON. */
    public static ObjectNode json(DetectionScores counts, List<String> classes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("samples", counts.samples())
                .put("macroF1", counts.macroF1())
                .put("classesWithoutSamples", counts.classesWithoutSamples())
                .put("microF1", counts.microF1())
                .put("macroF1OfYesToAll", counts.macroF1OfAll())
                .put("microF1OfYesToAll", counts.microF1OfAll())
                .put("allClassesRight", counts.exactShare());
        IntervalJson.put(node, "allClassesRightInterval", counts.exactShare(), counts.samples());
        ObjectNode byClass = node.putObject("byClass");
        for (int c = 0; c < counts.classes(); c++) {
            ObjectNode own = byClass.putObject(classes.get(c))
                    .put("samples", counts.count(c))
                    .put("precision", counts.precision(c))
                    .put("recall", counts.recall(c))
                    .put("f1", counts.f1(c));
            IntervalJson.put(own, "recallInterval", counts.recall(c), counts.count(c));
        }
        return node;
    }

    /** Counted figures, and labels and detections per mixture, as JSON. */
    public ObjectNode json(List<String> classes) {
        ObjectNode node = json(counts(), classes);
        ArrayNode decisions = node.putArray("decisions");
        for (int i = 0; i < labels.length; i++) {
            ObjectNode decision = decisions.addObject();
            ArrayNode there = decision.putArray("labels");
            ArrayNode found = decision.putArray("found");
            ArrayNode each = decision.putArray("scores");
            for (int c = 0; c < scores[i].length; c++) {
                if ((labels[i] >> c & 1) == 1) {
                    there.add(classes.get(c));
                }
                if (scores[i][c] > 0) {
                    found.add(classes.get(c));
                }
                each.add(scores[i][c]);
            }
        }
        return node;
    }
}
