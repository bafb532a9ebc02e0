package ganglion.scenario.experiment.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.TrialConditions;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.CalibrationFigures;
import ganglion.scenario.experiment.run.EvaluationJson;
import ganglion.scenario.experiment.run.EvaluationText;
import ganglion.scenario.experiment.run.ExplainedSamples;
import ganglion.scenario.experiment.run.ModelEvaluation;
import java.util.List;
import java.util.Optional;

/** Trials of a classifier on single samples. */
final class ClassifierTrials implements Trials {

    private final SavedClassifier classifier;
    private final List<Example> examples;
    private final ExampleInputs reader;
    private final TrialRequest request;

    ClassifierTrials(SavedClassifier classifier, List<Example> examples, TrialRequest request) {
        this.classifier = classifier;
        this.examples = examples;
        this.reader = new ExampleInputs(request.features(classifier), classifier.classes());
        this.request = request;
    }

    @Override
    public Trial run(int number) throws InputException {
        TrialConditions conditions = request.conditions().get(number);
        Examples samples = reader.read(examples, conditions.changes());
        Evaluation evaluation = ModelEvaluation.of(classifier, samples);
        List<String> classes = classifier.classes();
        String line = EvaluationText.line(conditions.toString(), evaluation);
        ObjectNode figures = EvaluationJson.of(evaluation, classes, samples.names());
        Optional<CalibrationFigures> calibration = calibration(evaluation);
        calibration.ifPresent(found -> found.putInto(figures));
        return Trial.of(
                conditions,
                line + calibration.map(found -> ", " + found.text()).orElse(""),
                EvaluationText.tables(conditions.toString(), evaluation, classes),
                figures,
                number == 0 ? explained(samples, evaluation) : Optional.empty());
    }

    private Optional<CalibrationFigures> calibration(Evaluation evaluation) {
        return classifier.trained() instanceof TrainedModel network
                        && network.temperature().isPresent()
                        && network.model().outputs() > 1
                ? Optional.of(new CalibrationFigures(
                        new Calibration(network.temperature().getAsDouble()), evaluation))
                : Optional.empty();
    }

    private Optional<ExplainedSamples> explained(Examples samples, Evaluation evaluation) {
        return request.explain() > 0 && classifier instanceof TrainedClassifier network
                ? Optional.of(ExplainedSamples.of(network, samples, evaluation, request.explain()))
                : Optional.empty();
    }
}
