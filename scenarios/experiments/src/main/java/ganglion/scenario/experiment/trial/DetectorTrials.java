package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.MixturePlan;
import ganglion.scenario.experiment.TrialConditions;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MixedNotes;
import ganglion.scenario.experiment.data.MixedSounds;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.DetectionEvaluation;
import java.util.List;
import java.util.Optional;

/** Trials of detectors on mixtures of notes, or on sounds that are mixtures already: the same ones under all conditions. */
final class DetectorTrials implements Trials {

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
        MixedNotes mixed =
                MixedNotes.of(notes, detectors.classes(), plan, features, MixtureSamples.testSeed(detectors.seed()));
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
        return new DetectorTrials(detectors, conditions -> mixed.samples(conditions, () -> {}), request);
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
                evaluation.json(detectors.classes()),
                Optional.empty());
    }
}
