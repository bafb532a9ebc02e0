package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.run.TrainingLog.LearningCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Evaluations and epochs as JSON and as human-readable text, with figures worked out by hand. */
class EvaluationPrintersTest {

    private static final List<String> CLASSES = List.of("drum", "flute", "horn");

    /** Five samples: two drums, of which one is taken for a flute; three flutes, all right; no horn. */
    private static Evaluation evaluation(double loss) {
        int[] labels = {0, 0, 1, 1, 1};
        int[] decisions = {0, 1, 1, 1, 1};
        double[][] scores = {{3, 1, 0}, {1, 2, 0}, {0, 5, 0}, {0, 4, 0}, {1, 3, 0}};
        return new Evaluation(
                loss,
                ConfusionMatrix.of(3, labels, decisions),
                new double[] {0.875, 1, Double.NaN},
                List.of(new LayerActivity(1, true, new long[] {0, 10, 20, 5}, 20)),
                labels,
                decisions,
                scores);
    }

    private static List<String> names() {
        return List.of("d1", "d2", "f1", "f2", "f3");
    }

    private static EpochReport report(int epoch, Optional<Evaluation> validation, double norm, String... warnings) {
        return new EpochReport(
                epoch,
                0.01,
                0.5,
                0.75,
                validation,
                List.of(
                        new LayerActivity(1, true, new long[] {0, 10}, 10),
                        new LayerActivity(3, false, new long[] {0, 0, 0}, 10)),
                norm,
                1234.5,
                true,
                List.of(warnings));
    }

    @Test
    void jsonHasTheFiguresOfTheWholeSet() {
        ObjectNode json = EvaluationJson.of(evaluation(0.25), CLASSES, names());

        assertEquals(5, json.get("samples").asInt());
        assertEquals(0.25, json.get("loss").asDouble());
        assertEquals(0.8, json.get("accuracy").asDouble());
        assertEquals(0.3755, json.at("/accuracyInterval/0").asDouble(), 5e-5);
        assertEquals(0.9638, json.at("/accuracyInterval/1").asDouble(), 5e-5);
        assertEquals(0.6, json.get("majorityShare").asDouble(), "three of five are flutes");
        assertEquals(0.75, json.get("balancedAccuracy").asDouble(), 1e-12, "(1/2 + 3/3) / 2, as there is no horn");
        assertEquals((2 / 3.0 + 6 / 7.0) / 2, json.get("meanF1").asDouble(), 1e-12);
    }

    @Test
    void jsonHasTheFiguresOfEachClass() {
        JsonNode classes = EvaluationJson.of(evaluation(0.25), CLASSES, names()).get("classes");

        assertEquals(
                "{\"name\":\"drum\",\"samples\":2,\"precision\":1.0,\"recall\":0.5,\"recallInterval\":[0.09453120573423074,0.9054687942657693],"
                        + "\"f1\":0.6666666666666666,"
                        + "\"areaUnderCurve\":0.875}",
                classes.get(0).toString());
        assertEquals(0.75, classes.get(1).get("precision").asDouble());
        assertEquals(0, classes.get(2).get("samples").asInt());
        assertTrue(classes.get(2).get("areaUnderCurve").isNull(), "JSON has no NaN");
    }

    @Test
    void jsonHasEachDecisionWithItsName() {
        JsonNode decisions =
                EvaluationJson.of(evaluation(0.25), CLASSES, names()).get("decisions");

        assertEquals(5, decisions.size());
        assertEquals(
                "{\"name\":\"d2\",\"label\":\"drum\",\"decision\":\"flute\",\"scores\":[1.0,2.0,0.0]}",
                decisions.get(1).toString());
    }

    @Test
    void aLossThatIsNoNumberIsNullInJsonAndLeftOutOfTheText() {
        assertTrue(EvaluationJson.of(evaluation(Double.NaN), CLASSES, names())
                .get("loss")
                .isNull());
        assertEquals(
                "test: 5 samples, accuracy 80.00 % [37.6, 96.4], largest class alone 60.00 %, balanced 75.00 %, mean F1 0.762",
                EvaluationText.line("test", evaluation(Double.NaN)));
    }

    @Test
    void oneTableHasFiguresPerClassAndTheOtherTheConfusionMatrix() {
        List<TrainingOutcome.Table> tables = EvaluationText.tables("test", evaluation(0.25), CLASSES);

        assertEquals(2, tables.size());
        assertEquals("Figures per class, test", tables.get(0).title());
        assertEquals(
                List.of("drum", "2", "100.0 %", "50.0 %", "[9.5, 90.5]", "0.667", "0.875"),
                tables.get(0).rows().get(0));
        assertEquals("-", tables.get(0).rows().get(2).get(6), "a class without samples has no area");
        assertEquals("Confusion matrix, test", tables.get(1).title());
        assertEquals(
                List.of("class, and decisions", "drum", "flute", "horn"),
                tables.get(1).header());
        assertEquals(List.of("drum", "1", "1", "0"), tables.get(1).rows().get(0));
    }

    @Test
    void layersReportRateDeadAndSaturatedNeurons() {
        JsonNode layer = ClassificationRun.layers(evaluation(0).activity()).get(0);

        assertEquals(1, layer.get("layer").asInt());
        assertEquals(4, layer.get("neurons").asInt());
        assertEquals(35 / 4.0 / 20, layer.get("spikesPerNeuronAndStep").asDouble(), 1e-12);
        assertEquals(1, layer.get("deadNeurons").asInt());
        assertEquals(1, layer.get("saturatedNeurons").asInt(), "one neuron fired in each of the 20 steps");
    }

    @Test
    void epochsCountFromOneInJson() {
        ObjectNode json = ClassificationRun.figuresOf(report(0, Optional.of(evaluation(0.25)), 2.5, "layer 1 is dead"));

        assertEquals(1, json.get("epoch").asInt());
        assertEquals(0.01, json.get("learningRate").asDouble());
        assertEquals(0.5, json.get("trainingLoss").asDouble());
        assertEquals(0.75, json.get("trainingAccuracy").asDouble());
        assertEquals(0.25, json.get("validationLoss").asDouble());
        assertEquals(0.8, json.get("validationAccuracy").asDouble());
        assertEquals(2.5, json.get("meanGradientNorm").asDouble());
        assertTrue(json.get("best").asBoolean());
        assertEquals("[\"layer 1 is dead\"]", json.get("warnings").toString());
    }

    private static ArrayNode epochs(EpochReport... reports) {
        ArrayNode epochs = JsonNodeFactory.instance.arrayNode();
        for (EpochReport report : reports) {
            epochs.add(ClassificationRun.figuresOf(report));
        }
        return epochs;
    }

    @Test
    void learningCurvesHaveAPointPerEpoch() {
        ArrayNode epochs =
                epochs(report(0, Optional.of(evaluation(0.9)), 1), report(1, Optional.of(evaluation(0.4)), Double.NaN));

        List<TrainingOutcome.Chart> charts = LearningCurves.of(epochs);

        assertEquals(
                List.of(
                        "Loss",
                        "Accuracy",
                        "Spikes of each layer",
                        "Dead neurons of each layer",
                        "Mean gradient norm before clipping"),
                charts.stream().map(TrainingOutcome.Chart::title).toList());
        TrainingOutcome.Curve validation = charts.get(0).curves().get(1);
        assertEquals("validation", validation.name());
        assertEquals(List.of(1.0, 2.0), boxed(validation.x()));
        assertEquals(List.of(0.9, 0.4), boxed(validation.y()));
        assertEquals(75, charts.get(1).curves().get(0).y()[0], "accuracies are in percent");
        assertTrue(Double.isNaN(charts.get(4).curves().get(0).y()[1]), "a norm that is no number leaves a gap");
    }

    @Test
    void onlyWarningsOfTheLastEpochAreReported() {
        ArrayNode epochs = epochs(report(0, Optional.empty(), 1, "early"), report(1, Optional.empty(), 1, "late"));

        assertEquals(List.of("last epoch: late"), ClassificationRun.warningsOfLast(epochs));
        assertEquals(List.of(), ClassificationRun.warningsOfLast(JsonNodeFactory.instance.arrayNode()));
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
