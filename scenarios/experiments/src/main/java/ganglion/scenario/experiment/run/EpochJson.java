package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.scenario.experiment.outcome.FiniteNumbers;

/** An epoch as JSON: an entry of the learning curves. Epochs count from 1. */
final class EpochJson {

    private EpochJson() {}

    static ObjectNode of(EpochReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epoch", report.epoch() + 1);
        node.put("learningRate", report.learningRate());
        FiniteNumbers.put(node, "trainingLoss", report.trainingLoss());
        node.put("trainingAccuracy", report.trainingAccuracy());
        if (report.validation().isPresent()) {
            Evaluation validation = report.validation().get();
            FiniteNumbers.put(node, "validationLoss", validation.loss());
            node.put("validationAccuracy", validation.confusion().accuracy());
            node.put("validationMeanF1", validation.confusion().meanF1());
        }
        FiniteNumbers.put(node, "meanGradientNorm", report.meanGradientNorm());
        node.put("samplesPerSecond", report.samplesPerSecond());
        node.put("best", report.best());
        node.set("layers", LayerJson.of(report.activity()));
        report.warnings().forEach(node.putArray("warnings")::add);
        return node;
    }
}
