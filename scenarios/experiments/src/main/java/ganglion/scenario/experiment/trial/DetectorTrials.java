package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.MixturePlan;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MixedNotes;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.DetectionEvaluation;
import ganglion.scenario.experiment.run.TrialConditions;
import java.util.List;
import java.util.Optional;

/** Trials of detectors on mixtures of notes: the same mixtures under all conditions. */
final class DetectorTrials implements Trials {

    private final TrainedClassifier detectors;
    private final MixedNotes mixed;
    private final int count;
    private final TrialRequest request;

    /**
     * @param notes to mix
     * @param plan how they are mixed
     * @param features what the detectors see
     * @throws InputException if the notes are not of the classes of the detectors
     */
    DetectorTrials(
            TrainedClassifier detectors,
            List<Example> notes,
            MixturePlan plan,
            Features.Heard features,
            TrialRequest request)
            throws InputException {
        this.detectors = detectors;
        this.mixed =
                MixedNotes.of(notes, detectors.classes(), plan, features, MixtureSamples.testSeed(detectors.seed()));
        this.count = plan.test();
        this.request = request;
    }

    @Override
    public Trial run(int number) throws InputException {
        TrialConditions conditions = request.conditions().get(number);
        List<Sample> samples = mixed.samples(count, conditions.changes());
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
