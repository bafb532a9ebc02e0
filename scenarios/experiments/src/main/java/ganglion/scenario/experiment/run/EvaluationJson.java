package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.outcome.FiniteNumbers;
import ganglion.scenario.experiment.outcome.IntervalJson;
import java.util.List;

/** The evaluation of a model on a data set, as JSON. */
public final class EvaluationJson {

    private EvaluationJson() {}

    /**
     * The section of an evaluation.
     *
     * @param classes names of the classes, by number
     * @param names names of the samples, by number
     */
    public static ObjectNode of(Evaluation evaluation, List<String> classes, List<String> names) {
        ConfusionMatrix confusion = evaluation.confusion();
        ObjectNode section = JsonNodeFactory.instance.objectNode().put("samples", confusion.total());
        FiniteNumbers.put(section, "loss", evaluation.loss());
        put(section, confusion, classes);
        for (int c = 0; c < confusion.classes(); c++) {
            ObjectNode node = (ObjectNode) section.path("classes").get(c);
            FiniteNumbers.put(node, "areaUnderCurve", evaluation.areasUnderCurve()[c]);
        }
        section.set("layers", ClassificationRun.layers(evaluation.activity()));
        section.set("decisions", decisions(evaluation, classes, names));
        return section;
    }

    /** Puts the figures of all classes together and of each, and the matrix itself. */
    public static void put(ObjectNode section, ConfusionMatrix confusion, List<String> classes) {
        section.put("samples", confusion.total()).put("accuracy", confusion.accuracy());
        IntervalJson.put(section, "accuracyInterval", confusion.accuracy(), confusion.total());
        section.put("majorityShare", confusion.majorityShare())
                .put("balancedAccuracy", confusion.balancedAccuracy())
                .put("meanF1", confusion.meanF1());
        ArrayNode each = section.putArray("classes");
        ArrayNode matrix = section.putArray("confusion");
        for (int c = 0; c < confusion.classes(); c++) {
            ArrayNode row = matrix.addArray();
            int samples = 0;
            for (int decision = 0; decision < confusion.classes(); decision++) {
                row.add(confusion.count(c, decision));
                samples += confusion.count(c, decision);
            }
            ObjectNode node = each.addObject().put("name", classes.get(c)).put("samples", samples);
            node.put("precision", confusion.precision(c));
            node.put("recall", confusion.recall(c));
            IntervalJson.put(node, "recallInterval", confusion.recall(c), samples);
            node.put("f1", confusion.f1(c));
        }
    }

    private static ArrayNode decisions(Evaluation evaluation, List<String> classes, List<String> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < names.size(); i++) {
            ObjectNode node = list.addObject().put("name", names.get(i));
            node.put("label", classes.get(evaluation.labels()[i]));
            node.put("decision", classes.get(evaluation.decisions()[i]));
            ArrayNode scores = node.putArray("scores");
            for (double score : evaluation.scores()[i]) {
                scores.add(score);
            }
        }
        return list;
    }
}
