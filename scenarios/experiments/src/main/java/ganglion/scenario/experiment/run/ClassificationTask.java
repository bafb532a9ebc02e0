package ganglion.scenario.experiment.run;

import static ganglion.scenario.experiment.key.AugmentationKeys.AUGMENTATION;
import static ganglion.scenario.experiment.key.DataKeys.DATA;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;
import static ganglion.scenario.experiment.key.NetworkKeys.NETWORK;
import static ganglion.scenario.experiment.key.RobustnessKeys.ROBUSTNESS;
import static ganglion.scenario.experiment.key.TrainingKeys.TRAINING;

import ganglion.documents.InputException;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.key.DataKeys;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.NetworkKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.key.TrainingKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.ModelUse;
import ganglion.scenario.experiment.task.Task;
import java.util.Optional;

/** Experiments that train a classifier. */
public final class ClassificationTask extends Task<Classification> {

    private static final Shape<Classification> SHAPE = Shape.of(
            "an experiment that trains a classifier",
            ClassificationTask::read,
            ExperimentKeys.of(
                    Classification.TASK,
                    "What is learned: to classify samples.",
                    true,
                    DATA,
                    FEATURES,
                    AUGMENTATION,
                    NETWORK,
                    TRAINING,
                    ROBUSTNESS));

    /** For {@link java.util.ServiceLoader}. */
    public ClassificationTask() {
        super(
                Classification.TASK,
                Classification.class,
                SHAPE,
                SeedFigure.BESIDE_BASELINES,
                "An experiment file says what a network learns, from which data, and how.");
    }

    @Override
    public TrainingOutcome run(Classification experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new ClassificationRun(experiment, settings, progress).run();
    }

    @Override
    public Optional<ModelUse> use(Place experiment) {
        return Optional.of(new ModelUse(
                FEATURES.in(experiment), TRAINING.in(experiment), DataKeys.label(experiment), Optional.empty()));
    }

    static Classification read(Place root) {
        Features features = FEATURES.in(root);
        ExperimentData data = DATA.in(root);
        AugmentationPlan augmentation = AUGMENTATION.find(root).orElse(AugmentationPlan.NONE);
        NetworkPlan network = NETWORK.in(root);
        TrainingPlan training = TRAINING.in(root);
        checkOutputs(root, data, network);
        checkLoss(root, training, network);
        return new Classification(
                ExperimentKeys.head(root),
                data,
                features,
                augmentation,
                network,
                training,
                TrainingKeys.calibrates(root, data, network),
                RobustnessKeys.allOf(root));
    }

    private static void checkLoss(Place root, TrainingPlan training, NetworkPlan network) {
        boolean single = network.outputs() == 1;
        if (!root.reading().hasProblems()
                && single != training.objective().loss().isForOneOutput()) {
            TrainingKeys.problemWithLoss(
                    root,
                    single
                            ? "found a loss for an output per class and a network of one output, expected squared-rate or"
                                    + " windowed-error, or an output per class"
                            : "found a loss for one output and a network of " + network.outputs()
                                    + " outputs, expected a loss for an output per class, or one output");
        }
    }

    private static void checkOutputs(Place root, ExperimentData data, NetworkPlan network) {
        int classes = data.classes().size();
        int outputs = network.outputs();
        if (!root.reading().hasProblems() && classes > 0 && outputs != classes && !(outputs == 1 && classes == 2)) {
            NetworkKeys.problemWithOutputs(
                    root, "found " + outputs + " outputs for " + classes + " classes, expected one for each");
        }
    }
}
