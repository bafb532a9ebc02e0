package ganglion.scenario.experiment.robustness;

import ganglion.documents.InputException;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluation;
import ganglion.learning.train.NaiveBaseline;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tries a trained network, and the naive baseline that learned from the same samples. For one use. */
public final class RobustnessTrials {

    /** Most epochs of changed samples that the baseline learns from. */
    private static final int VERSIONS = 5;

    private final Classification experiment;
    private final ExperimentSamples samples;
    private final NaiveBaseline baseline;

    /** @param samples of the experiment; trains the baseline on them */
    public RobustnessTrials(Classification experiment, ExperimentSamples samples, TaskRunner runner) {
        this.experiment = experiment;
        this.samples = samples;
        int versions = experiment.augmentation().active()
                ? Math.min(VERSIONS, experiment.training().epochs())
                : 1;
        this.baseline = NaiveBaseline.train(
                samples.training(),
                samples.classes().size(),
                versions,
                experiment.training().balance(),
                experiment.head().seed(),
                runner);
    }

    /** The baseline on a set of samples; absent if there are none. */
    public Optional<BaselineFigures> baseline(DataSet set) {
        return set.size() == 0
                ? Optional.empty()
                : Optional.of(new BaselineFigures(set.size(), correct(baseline.evaluate(set))));
    }

    /**
     * Tries the network under each disturbance, on the test set, or on the validation set where there is none.
     *
     * @param network decides samples
     * @param progress told of each disturbance
     * @throws InputException if a sound of noise cannot be read
     */
    public RobustnessFigures run(Function<DataSet, Evaluation> network, TrainingProgress progress)
            throws InputException {
        List<DisturbedAccuracy> each = new ArrayList<>();
        ExampleInputs reader = new ExampleInputs(experiment.features(), samples.classes());
        for (Disturbance disturbance : samples.judged().isEmpty() ? List.<Disturbance>of() : experiment.robustness()) {
            progress.advanced("trying the model: " + disturbance.text(), 1);
            Examples disturbed = reader.read(samples.judged(), disturbance.changes());
            each.add(DisturbedAccuracy.of(
                    disturbance,
                    disturbed.size(),
                    correct(network.apply(disturbed)),
                    correct(baseline.evaluate(disturbed))));
        }
        return new RobustnessFigures(samples.test().size() == 0 ? "validation" : "test", each);
    }

    private static int correct(Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        int correct = 0;
        for (int c = 0; c < confusion.classes(); c++) {
            correct += confusion.count(c, c);
        }
        return correct;
    }
}
