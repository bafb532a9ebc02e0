package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.Evaluator.Evaluation;
import java.util.Locale;

/**
 * How well the confidences of a model with a temperature fit the decisions on a data set.
 *
 * @param calibration the temperature
 * @param evaluation of the model on the data set
 */
public record CalibrationFigures(Calibration calibration, Evaluation evaluation) {

    /** Expected calibration error without the temperature. */
    public double errorBefore() {
        return Calibration.NONE.error(evaluation.scores(), evaluation.labels(), evaluation.decisions());
    }

    /** Expected calibration error with the temperature. */
    public double error() {
        return calibration.error(evaluation.scores(), evaluation.labels(), evaluation.decisions());
    }

    /** One human-readable text: {@code expected calibration error 0.031, without temperature 0.120}. */
    public String text() {
        return String.format(
                Locale.ROOT, "expected calibration error %.3f, without temperature %.3f", error(), errorBefore());
    }

    /** Puts the errors, and the confidence of each decision, into the section of the evaluation. */
    public void putInto(ObjectNode section) {
        ObjectNode own = JsonNodeFactory.instance
                .objectNode()
                .put("temperature", calibration.temperature())
                .put("expectedError", error())
                .put("expectedErrorWithoutTemperature", errorBefore());
        section.set("calibration", own);
        JsonNode decisions = section.path("decisions");
        for (int i = 0; decisions instanceof ArrayNode && i < decisions.size(); i++) {
            ((ObjectNode) decisions.get(i))
                    .put("confidence", calibration.confidence(evaluation.scores()[i]));
        }
    }
}
