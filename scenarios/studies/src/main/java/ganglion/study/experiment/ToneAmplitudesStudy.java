package ganglion.study.experiment;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.SeedFigure.Format;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import ganglion.study.fourier.ToneAmplitudeTask;
import java.util.List;

/** Experiments that read amplitudes of tones off a learned Fourier transform. */
public final class ToneAmplitudesStudy extends Task<ToneAmplitudes> {

    private static final String WORD = "tone-amplitudes";

    private static final Key<Boolean> RANDOM_PHASES = Key.of("random-phases", flag())
            .says("Whether each tone starts at a random phase. If not, all start at a zero crossing.")
            .byDefault(false)
            .example(false);
    private static final Key<Integer> OTHERS = Key.of(
                    "others", integer().from(0).to(100))
            .says("Tones of unknown frequency besides the nine.")
            .byDefault(0)
            .example(0);
    private static final Key<Place> TONES = section(
            "tones",
            Shape.of("settings of the tones", place -> place, RANDOM_PHASES, OTHERS),
            "The tones: nine from 65 Hz to 440 Hz at random amplitudes, in a window at 1024 Hz.",
            "{others: 4}");

    private static final Key<Boolean> RECTIFIED = Key.of("rectified", flag())
            .says("Whether the 64 neurons output positive values only. If not, they are linear.")
            .byDefault(false)
            .example(false);
    private static final Key<Integer> HOLD_NORMALISATION_AFTER = Key.of(
                    "hold-normalisation-after", integer().from(0).to(10_000))
            .says(
                    "Epochs after which the statistics of the batch normalisation are held; those of training, if there are no"
                            + " more epochs.")
            .byDefault(1)
            .example(1);
    private static final Key<Place> READ_OUT = section(
            "read-out",
            Shape.of("what reads the spectrum", place -> place, RECTIFIED, HOLD_NORMALISATION_AFTER),
            "The network on top of the spectrum: batch normalisation, 64 neurons, nine neurons.",
            "{rectified: true}");

    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(10_000))
            .says("Number of epochs.")
            .byDefault(10)
            .example(10);
    private static final Key<Integer> MIXTURES = Key.of(
                    "mixtures", integer().from(2).to(10_000_000))
            .says("New mixtures per epoch.")
            .byDefault(20_000)
            .example(20_000);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(2).to(100_000))
            .says("Mixtures per step.")
            .byDefault(100)
            .example(100);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Initial learning rate.")
            .byDefault(0.003)
            .example(0.003);
    private static final Key<Place> TRAINING = section(
            "training",
            Shape.of("settings of the training", place -> place, EPOCHS, MIXTURES, BATCH, LEARNING_RATE),
            "The training: NAdam on the mean absolute error, with a rate that falls along half a cosine.",
            "{epochs: 10}");

    private static final Shape<ToneAmplitudes> SHAPE = Shape.of(
            "an experiment that reads amplitudes of tones",
            ToneAmplitudesStudy::read,
            ExperimentKeys.of(
                    WORD,
                    "What is learned: the amplitudes of nine tones, off a learned Fourier transform.",
                    false,
                    FourierTransformStudy.TRANSFORM,
                    TONES,
                    READ_OUT,
                    TRAINING));

    private static Key<Place> section(String name, Type<Place> shape, String description, String example) {
        return Key.of(name, shape).says(description).exampleText(example);
    }

    private static final List<SeedFigure> FIGURES = List.of(
            SeedFigure.figure(
                    "rightToThreeDecimals",
                    "amplitudes",
                    "right to three decimals",
                    "/amplitudes/best/rightToThreeDecimals",
                    Format.PERCENT),
            SeedFigure.figure(
                    "meanError", "amplitudes", "mean error", "/amplitudes/best/meanAbsoluteError", Format.SMALL));

    /** For {@link java.util.ServiceLoader}. */
    public ToneAmplitudesStudy() {
        super(
                WORD,
                ToneAmplitudes.class,
                SHAPE,
                FIGURES,
                "An experiment file of this task says how a network learns to read the amplitudes of tones.");
    }

    @Override
    public TrainingOutcome run(ToneAmplitudes experiment, TrainingSettings settings, TrainingProgress progress) {
        return new ToneAmplitudesRun(experiment, progress).run();
    }

    private static ToneAmplitudes read(Place root) {
        Place tones = ExperimentKeys.section(root, TONES);
        Place readOut = ExperimentKeys.section(root, READ_OUT);
        Place training = ExperimentKeys.section(root, TRAINING);
        return new ToneAmplitudes(
                ExperimentKeys.head(root),
                new ToneAmplitudeTask(
                        ExperimentKeys.head(root).seed(),
                        FourierTransformStudy.transformOf(root),
                        RANDOM_PHASES.in(tones),
                        OTHERS.in(tones),
                        RECTIFIED.in(readOut),
                        HOLD_NORMALISATION_AFTER.in(readOut),
                        EPOCHS.in(training),
                        MIXTURES.in(training),
                        BATCH.in(training),
                        LEARNING_RATE.in(training)));
    }
}
