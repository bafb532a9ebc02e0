package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.Evaluator.Evaluation;
import java.util.List;
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

    /** The share of right decisions over their confidence, beside that of perfect confidences. */
    public TrainingOutcome.Chart chart(String set) {
        List<Calibration.Bin> bins = reliability();
        double[] confidences =
                bins.stream().mapToDouble(bin -> 100 * bin.confidence()).toArray();
        double[] accuracies =
                bins.stream().mapToDouble(bin -> 100 * bin.accuracy()).toArray();
        return new TrainingOutcome.Chart(
                "Reliability of confidences, " + set,
                "confidence, %",
                "% right",
                List.of(
                        new TrainingOutcome.Curve("decisions", confidences, accuracies),
                        new TrainingOutcome.Curve("perfect", confidences, confidences)));
    }

    private List<Calibration.Bin> reliability() {
        return calibration.reliability(evaluation.scores(), evaluation.labels(), evaluation.decisions());
    }

    /** Puts the errors, the reliability, and the confidence of each decision, into the section of the evaluation. */
    public void putInto(ObjectNode section) {
        ObjectNode own = JsonNodeFactory.instance
                .objectNode()
                .put("temperature", calibration.temperature())
                .put("expectedError", error())
                .put("expectedErrorWithoutTemperature", errorBefore());
        ArrayNode bins = own.putArray("reliability");
        reliability()
                .forEach(bin -> bins.addObject()
                        .put("samples", bin.samples())
                        .put("confidence", bin.confidence())
                        .put("accuracy", bin.accuracy()));
        section.set("calibration", own);
        JsonNode decisions = section.path("decisions");
        for (int i = 0; decisions instanceof ArrayNode && i < decisions.size(); i++) {
            ((ObjectNode) decisions.get(i))
                    .put("confidence", calibration.confidence(evaluation.scores()[i]));
        }
    }
}
