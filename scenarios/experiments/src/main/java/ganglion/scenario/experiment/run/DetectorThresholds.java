package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DetectionScores;
import ganglion.learning.train.DetectionThresholds;
import ganglion.learning.train.DetectionThresholds.ShiftedReadOut;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.data.MixtureSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fits the thresholds that an experiment asks for on mixtures of the notes held out, changed as those of the training are. */
final class DetectorThresholds {

    private final Detection experiment;
    private final List<String> classes;
    private final List<Sample> samples;
    private final List<String> lines = new ArrayList<>();
    private final List<ObjectNode> fits = new ArrayList<>();

    DetectorThresholds(Detection experiment, MixtureSamples mixtures) throws InputException {
        this.experiment = experiment;
        this.classes = mixtures.classes();
        this.samples = experiment.thresholds().isPresent()
                ? mixtures.validation(experiment.augmentation()).orElseThrow()
                : List.of();
    }

    /** The model with thresholds in its biases; as it is, if none are asked for. What is told is of the first model. */
    Model of(Model model) {
        if (experiment.thresholds().isEmpty()) {
            return model;
        }
        DetectionEvaluation found = DetectionEvaluation.of(model, samples, experiment.training());
        DetectionThresholds thresholds =
                DetectionThresholds.fit(experiment.thresholds().get(), found.labels(), found.scores());
        if (fits.isEmpty()) {
            double before = found.counts().macroF1();
            double after = DetectionScores.of(found.labels(), thresholds.shifted(found.scores()))
                    .macroF1();
            tell(thresholds, before, after);
        }
        return ShiftedReadOut.of(model, thresholds, experiment.features().steps());
    }

    private void tell(DetectionThresholds thresholds, double before, double after) {
        lines.add(String.format(
                Locale.ROOT,
                "thresholds fitted on %d mixtures of notes held out: macro F1 there %.3f instead of %.3f",
                samples.size(),
                after,
                before));
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("samples", samples.size())
                .put("macroF1Without", before)
                .put("macroF1With", after);
        ObjectNode byClass = node.putObject("byClass");
        for (int c = 0; c < classes.size(); c++) {
            byClass.put(classes.get(c), thresholds.byClass()[c]);
        }
        fits.add(node);
    }

    /** What was fitted, for people. */
    List<String> lines() {
        return lines;
    }

    /** What was fitted, for {@code result.json}; absent if nothing was. */
    Optional<ObjectNode> json() {
        return fits.stream().findFirst();
    }
}
