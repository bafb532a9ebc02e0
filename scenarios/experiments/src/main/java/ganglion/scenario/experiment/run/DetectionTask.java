package ganglion.scenario.experiment.run;

import static ganglion.scenario.experiment.key.AugmentationKeys.OF_MIXTURES;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;
import static ganglion.scenario.experiment.key.NetworkKeys.NETWORK;
import static ganglion.scenario.experiment.key.TrainingKeys.OF_DETECTORS;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.InputException;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.HoldOut;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.key.DataKeys;
import ganglion.scenario.experiment.key.DetectionKeys;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.key.TrainingKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.ModelUse;
import ganglion.scenario.experiment.task.Task;
import java.util.List;
import java.util.Optional;

/** Experiments that train detectors of classes in mixtures. */
public final class DetectionTask extends Task<Detection> {

    private static final Shape<Detection> SHAPE = Shape.of(
            "an experiment that trains detectors",
            DetectionTask::read,
            ExperimentKeys.of(
                    Detection.TASK,
                    "What is learned: to detect the classes in a mixture.",
                    false,
                    DetectionKeys.DATA,
                    FEATURES,
                    OF_MIXTURES,
                    NETWORK,
                    OF_DETECTORS,
                    RobustnessKeys.OF_DETECTORS));

    private static final List<SeedFigure> FIGURES = List.of(
            macroF1("cleanMacroF1", "clean", "/trials/0/detectors/macroF1"),
            macroF1("noisyMacroF1", "noise at 10 dB", "/trials/1/detectors/macroF1"),
            macroF1("linearCleanMacroF1", "clean, linear", "/trials/0/linearBaseline/macroF1"));

    /** For {@link java.util.ServiceLoader}. */
    public DetectionTask() {
        super(
                Detection.TASK,
                Detection.class,
                SHAPE,
                FIGURES,
                "An experiment file says what a network learns, from which data, and how. Here: which classes are in"
                        + " a mixture of notes, several at once.");
    }

    @Override
    public TrainingOutcome run(Detection experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new DetectionRun(experiment, settings, progress).run();
    }

    @Override
    public Optional<ModelUse> use(Place experiment) {
        return Optional.of(new ModelUse(
                FEATURES.in(experiment),
                OF_DETECTORS.in(experiment),
                DataKeys.label(experiment),
                Optional.of(DetectionKeys.mixturesOf(experiment))));
    }

    private static Detection read(Place root) {
        Features.Heard features = sounds(root, FEATURES.in(root));
        Place data = DetectionKeys.DATA.in(root);
        Optional<HoldOut> holdOut = DetectionKeys.holdOutOf(root);
        NetworkPlan network = NETWORK.in(root);
        return new Detection(
                ExperimentKeys.head(root),
                DetectionKeys.TRAINING.in(data),
                DetectionKeys.TEST.in(data),
                holdOut,
                DetectionKeys.mixturesOf(root),
                DetectionKeys.mixedOf(root),
                DetectionKeys.mixedTestOf(root),
                features,
                OF_MIXTURES.find(root).orElse(AugmentationPlan.NONE),
                network,
                OF_DETECTORS.in(root),
                TrainingKeys.thresholds(root, holdOut, network),
                RobustnessKeys.ofDetectors(root));
    }

    private static Features.Heard sounds(Place root, Features features) {
        if (features instanceof Features.Heard heard) {
            return heard;
        }
        FEATURES.at(root).problem("found recorded spikes, expected features of sounds, because notes are mixed");
        return new Features.Heard(new HearingSettings(CochleaParameters.DEFAULT, HeardAs.SPIKES, 1, Augmentation.NONE));
    }

    private static SeedFigure macroF1(String key, String of, String pointer) {
        return SeedFigure.figure(key, of, "macro F1", pointer, SeedFigure.Format.SHARE);
    }
}
