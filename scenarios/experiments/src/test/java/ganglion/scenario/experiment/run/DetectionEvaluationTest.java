package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores of detectors on four mixtures, with figures worked out by hand. */
class DetectionEvaluationTest {

    private static final List<String> CLASSES = List.of("a", "b");

    /** Mixtures with a; b; both; a. Found: a; nothing; both; a and b. */
    private static DetectionEvaluation evaluation() {
        return new DetectionEvaluation(new int[] {1, 2, 3, 1}, new double[][] {{0.5, -1}, {-0.1, 0}, {1, 2}, {3, 0.1}});
    }

    @Test
    void aClassIsDetectedIfItsScoreIsAboveZero() {
        JsonNode decisions = evaluation().json(CLASSES).get("decisions");

        assertEquals(
                "{\"labels\":[\"a\"],\"found\":[\"a\"],\"scores\":[0.5,-1.0]}",
                decisions.get(0).toString());
        assertEquals(
                "{\"labels\":[\"b\"],\"found\":[],\"scores\":[-0.1,0.0]}",
                decisions.get(1).toString());
        assertEquals("[\"a\",\"b\"]", decisions.get(2).get("found").toString());
        assertEquals("[\"a\"]", decisions.get(3).get("labels").toString());
    }

    @Test
    void jsonHasTheFiguresOfEachClass() {
        JsonNode json = DetectionEvaluation.json(evaluation().counts(), CLASSES);

        assertEquals(4, json.get("samples").asInt());
        assertEquals(
                "{\"samples\":3,\"precision\":1.0,\"recall\":1.0,\"f1\":1.0,\"recallInterval\":[0.43850296824495455,1.0]}",
                json.at("/byClass/a").toString());
        assertEquals(
                "{\"samples\":2,\"precision\":0.5,\"recall\":0.5,\"f1\":0.5,\"recallInterval\":[0.09453120573423074,0.9054687942657693]}",
                json.at("/byClass/b").toString());
        assertEquals(0.75, json.get("macroF1").asDouble(), 1e-12);
        assertEquals(8 / 10.0, json.get("microF1").asDouble(), 1e-12, "4 hits, one false alarm, one miss");
        assertEquals(0.5, json.get("allClassesRight").asDouble());
        assertEquals(0.15, json.at("/allClassesRightInterval/0").asDouble(), 5e-4);
        assertEquals(
                (2 * 3 / 7.0 + 2 * 2 / 6.0) / 2,
                json.get("macroF1OfYesToAll").asDouble(),
                1e-12,
                "3 and 2 of 4 mixtures have the classes");
        assertFalse(json.has("decisions"));
    }

    @Test
    void theTableHasARowPerClass() {
        TrainingOutcome.Table table =
                DetectionEvaluation.table("clean", evaluation().counts(), CLASSES);

        assertEquals("Detectors, clean", table.title());
        assertEquals(List.of("class", "mixtures with it", "precision", "recall", "95 %", "F1"), table.header());
        assertEquals(
                List.of("b", "2", "50.0 %", "50.0 %", "[9.5, 90.5]", "0.500"),
                table.rows().get(1));
    }
}
