package ganglion.scenario.experiment.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.MixedNotes;
import ganglion.scenario.experiment.data.MixedSounds;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.CalibrationFigures;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.run.DetectionEvaluation;
import ganglion.scenario.experiment.run.EvaluationJson;
import ganglion.scenario.experiment.run.EvaluationText;
import ganglion.scenario.experiment.run.ModelEvaluation;
import java.util.List;
import java.util.Optional;

/** Trials of a trained model, one per set of conditions. */
public abstract class Trials {

    /**
     * Runs one trial.
     *
     * @param number of the conditions in their request, from 0
     * @throws InputException if a sample cannot be used
     */
    public abstract Trial run(int number) throws InputException;

    /**
     * The trials that a user requests.
     *
     * @throws InputException if the request does not suit the model, or there are no samples
     */
    public static Trials of(SavedClassifier classifier, TrialData data, TrialRequest request) throws InputException {
        request.check(classifier);
        List<Example> examples = data.examples(classifier);
        if (classifier instanceof TrainedClassifier network
                && network.mixtures().isPresent()) {
            Features.Heard features = (Features.Heard) request.features(classifier);
            return data.ofMixedSounds(examples)
                    ? DetectorTrials.ofMixedSounds(network, examples, features, request)
                    : DetectorTrials.ofNotes(
                            network, examples, data.mixtures(network.mixtures().get()), features, request);
        }
        return new ClassifierTrials(classifier, examples, request);
    }

    /** Trials of a classifier on single samples. */
    private static final class ClassifierTrials extends Trials {

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
            StringBuilder line = new StringBuilder(EvaluationText.line(conditions.toString(), evaluation));
            ObjectNode figures = EvaluationJson.of(evaluation, classes, samples.names());
            Optional<CalibrationFigures> calibration = calibration(evaluation);
            calibration.ifPresent(found -> {
                found.putInto(figures);
                line.append(", ").append(found.text());
            });
            classifier.trained().baseline().ifPresent(baseline -> {
                BaselineFigures naive = BaselineFigures.of(baseline, samples).orElseThrow();
                naive.putInto(figures);
                line.append('\n')
                        .append(naive.line(
                                conditions.toString(), evaluation.confusion().accuracy()));
            });
            return Trial.of(
                    conditions,
                    line.toString(),
                    EvaluationText.tables(conditions.toString(), evaluation, classes),
                    figures);
        }

        private Optional<CalibrationFigures> calibration(Evaluation evaluation) {
            return classifier.trained() instanceof TrainedModel network
                            && network.temperature().isPresent()
                            && network.model().outputs() > 1
                    ? Optional.of(new CalibrationFigures(
                            new Calibration(network.temperature().getAsDouble()), evaluation))
                    : Optional.empty();
        }
    }

    /** Trials of detectors on mixtures of notes, or on sounds that are mixtures already: the same ones under all conditions. */
    private static final class DetectorTrials extends Trials {

        private final TrainedClassifier detectors;
        private final Mixtures mixtures;
        private final TrialRequest request;

        private DetectorTrials(TrainedClassifier detectors, Mixtures mixtures, TrialRequest request) {
            this.detectors = detectors;
            this.mixtures = mixtures;
            this.request = request;
        }

        /** Mixtures under some conditions. */
        private interface Mixtures {

            List<Sample> under(AugmentationPlan conditions) throws InputException;
        }

        /**
         * Trials on mixtures of notes.
         *
         * @param plan how they are mixed
         * @param features what the detectors see
         * @throws InputException if the notes are not of the classes of the detectors
         */
        static DetectorTrials ofNotes(
                TrainedClassifier detectors,
                List<Example> notes,
                MixturePlan plan,
                Features.Heard features,
                TrialRequest request)
                throws InputException {
            MixedNotes mixed = MixedNotes.of(
                    notes, detectors.classes(), plan, features, MixtureSamples.testSeed(detectors.seed()));
            return new DetectorTrials(detectors, conditions -> mixed.samples(plan.test(), conditions), request);
        }

        /**
         * Trials on sounds whose labels name several classes.
         *
         * @param features what the detectors see
         * @throws InputException if a label names a class that the detectors do not have
         */
        static DetectorTrials ofMixedSounds(
                TrainedClassifier detectors, List<Example> sounds, Features.Heard features, TrialRequest request)
                throws InputException {
            MixedSounds mixed = MixedSounds.of(sounds, detectors.classes(), features);
            return new DetectorTrials(detectors, mixed::samples, request);
        }

        @Override
        public Trial run(int number) throws InputException {
            TrialConditions conditions = request.conditions().get(number);
            List<Sample> samples = mixtures.under(conditions.changes());
            DetectionEvaluation evaluation =
                    DetectionEvaluation.of(detectors.trained().model(), samples, detectors.training());
            return Trial.of(
                    conditions,
                    DetectionEvaluation.line(conditions.toString(), evaluation.counts()),
                    List.of(DetectionEvaluation.table(conditions.toString(), evaluation.counts(), detectors.classes())),
                    evaluation.json(detectors.classes()));
        }
    }
}
