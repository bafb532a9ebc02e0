package ganglion.scenario.experiment.robustness;

import ganglion.documents.InputException;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.NaiveBaseline;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tries a trained network, and the naive baseline that learned from the same samples. For one use. */
public final class RobustnessTrials {

    /** Epochs of changed samples that the baseline learns from, if there are as many. */
    private static final int CHANGED_EPOCHS = 5;

    private final LabelledExperiment experiment;
    private final ClassBalance balance;
    private final int versions;
    private final List<Disturbance> disturbances;

    private RobustnessTrials(LabelledExperiment experiment, ClassBalance balance, int versions) throws InputException {
        this.experiment = experiment;
        this.balance = balance;
        this.versions = versions;
        this.disturbances = loaded(experiment.head(), experiment.robustness());
    }

    /**
     * Those of a network. Reads all noise, so that none is missing once the network has learned.
     *
     * @throws InputException if a sound of noise cannot be read
     */
    public static RobustnessTrials ofNetwork(Classification experiment) throws InputException {
        int versions = experiment.augmentation().active()
                ? Math.min(CHANGED_EPOCHS, experiment.training().epochs())
                : 1;
        return new RobustnessTrials(
                experiment, experiment.training().objective().balance(), versions);
    }

    /**
     * Those of what a rule learns, with samples that do not change from epoch to epoch. Reads all noise.
     *
     * @throws InputException if a sound of noise cannot be read
     */
    public static RobustnessTrials of(LabelledExperiment experiment) throws InputException {
        return new RobustnessTrials(experiment, ClassBalance.NONE, 1);
    }

    /**
     * What the trials gave.
     *
     * @param validation the naive baseline in validation; absent if there are no samples
     * @param test the naive baseline on the test set; absent if there are no samples
     * @param disturbed what network and baseline do under the disturbances
     * @param baseline the naive baseline itself
     */
    public record Outcome(
            Optional<BaselineFigures> validation,
            Optional<BaselineFigures> test,
            RobustnessFigures disturbed,
            Optional<NaiveBaseline> baseline) {

        /** No trial. */
        public static final Outcome NONE =
                new Outcome(Optional.empty(), Optional.empty(), RobustnessFigures.NONE, Optional.empty());
    }

    /**
     * Trains the baseline, and tries network and baseline under each disturbance, on the test set, or on the validation set where there is
     * none.
     *
     * @param network decides samples
     * @param progress told of each disturbance
     * @return nothing, if there is nothing to decide or a stop was requested before all was done
     * @throws InputException if a sound cannot be read
     */
    public Outcome run(
            ExperimentSamples samples,
            Function<DataSet, Evaluation> network,
            TaskRunner runner,
            TrainingProgress progress)
            throws InputException {
        if (samples.judged().isEmpty() || progress.stopRequested()) {
            return Outcome.NONE;
        }
        progress.advanced("training the naive baseline", 1);
        NaiveBaseline baseline = baseline(samples, runner, progress);
        if (progress.stopRequested()) {
            return Outcome.NONE; // the baseline may have learned in fewer epochs than it should
        }
        List<Disturbed> each = new ArrayList<>();
        ExampleInputs reader = new ExampleInputs(experiment.features(), samples.classes());
        for (Disturbance disturbance : disturbances) {
            if (progress.stopRequested()) {
                return Outcome.NONE;
            }
            progress.advanced("trying the model: " + disturbance.text(), 1);
            Examples disturbed = reader.read(samples.judged(), disturbance.changes());
            each.add(Disturbed.ofDecisions(
                    Disturbed.Level.of(disturbance),
                    disturbed.size(),
                    network.apply(disturbed).confusion().correct(),
                    baseline.evaluate(disturbed).confusion().correct()));
        }
        return new Outcome(
                BaselineFigures.of(baseline, samples.validation()),
                BaselineFigures.of(baseline, samples.test()),
                new RobustnessFigures(samples.test().size() == 0 ? "validation" : "test", each),
                Optional.of(baseline));
    }

    private NaiveBaseline baseline(ExperimentSamples samples, TaskRunner runner, TrainingProgress progress) {
        return NaiveBaseline.train(
                samples.training(),
                samples.classes().size(),
                versions,
                balance,
                experiment.head().seed(),
                runner,
                progress::stopRequested);
    }

    /**
     * With the noise, read before the training, so that none is missing once a model has learned.
     *
     * @throws InputException if a sound of noise cannot be read
     */
    static List<Disturbance> loaded(ExperimentHead head, List<Disturbance> disturbances) throws InputException {
        try {
            List<AugmentationPlan> plans = ExampleInputs.loaded(
                    disturbances.stream().map(Disturbance::changes).toList());
            return IntStream.range(0, disturbances.size())
                    .mapToObj(number -> disturbances.get(number).with(plans.get(number)))
                    .toList();
        } catch (InputException e) {
            throw head.at("/robustness", e);
        }
    }
}
