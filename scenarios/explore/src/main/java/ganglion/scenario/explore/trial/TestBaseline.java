package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.model.Model;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.ModelEvaluation;
import ganglion.scenario.experiment.run.StartingModel;

/** The naive baseline on the test set, learned from the samples that the network learns from. */
public final class TestBaseline {

    private TestBaseline() {}

    /**
     * Right decisions of the baseline; -1 if there is no test set.
     *
     * @throws InputException if samples cannot be read
     */
    public static int correct(Variant variant, SampleCache cache) throws InputException {
        ExperimentSamples all = cache.all(variant);
        if (all.test().size() == 0) {
            return -1;
        }
        Model untrained = new StartingModel(variant.experiment()).model();
        return RobustnessTrials.of(variant.experiment())
                .run(
                        all,
                        set -> ModelEvaluation.of(
                                untrained, set, variant.experiment().training()),
                        TaskRunner.SEQUENTIAL,
                        new TrainingProgress() {})
                .test()
                .map(BaselineFigures::correct)
                .orElse(-1);
    }
}
