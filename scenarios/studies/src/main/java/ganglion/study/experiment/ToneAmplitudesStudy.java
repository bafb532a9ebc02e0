package ganglion.study.experiment;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.SeedFigure.Format;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.WallClock;
import ganglion.scenario.experiment.task.Task;
import ganglion.study.fourier.ToneAmplitudeTask;
import ganglion.study.fourier.ToneAmplitudeTask.Accuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Experiments that read amplitudes of tones off a learned Fourier transform. */
public final class ToneAmplitudesStudy extends Task<ToneAmplitudesStudy.ToneAmplitudes> {

    private static final String WORD = "tone-amplitudes";

    private static final Key<Boolean> RANDOM_PHASES = Key.of("random-phases", flag())
            .says("Whether each tone starts at a random phase. If not, all start at a zero crossing.")
            .byDefault(false);
    private static final Key<Integer> OTHERS = Key.of(
                    "others", integer().from(0).to(100))
            .says("Tones of unknown frequency besides the nine.")
            .byDefault(0);
    private static final Key<Place> TONES = section(
            "tones",
            Shape.of("settings of the tones", place -> place, RANDOM_PHASES, OTHERS),
            "The tones: nine from 65 Hz to 440 Hz at random amplitudes, in a window at 1024 Hz.",
            "{others: 4}");

    private static final Key<Boolean> RECTIFIED = Key.of("rectified", flag())
            .says("Whether the 64 neurons output positive values only. If not, they are linear.")
            .byDefault(false);
    private static final Key<Integer> HOLD_NORMALISATION_AFTER = Key.of(
                    "hold-normalisation-after", integer().from(0).to(10_000))
            .says(
                    "Epochs after which the statistics of the batch normalisation are held; those of training, if there are no"
                            + " more epochs.")
            .byDefault(1);
    private static final Key<Place> READ_OUT = section(
            "read-out",
            Shape.of("what reads the spectrum", place -> place, RECTIFIED, HOLD_NORMALISATION_AFTER),
            "The network on top of the spectrum: batch normalisation, 64 neurons, nine neurons.",
            "{rectified: true}");

    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(10_000))
            .says("Number of epochs.")
            .byDefault(10);
    private static final Key<Integer> MIXTURES = Key.of(
                    "mixtures", integer().from(2).to(10_000_000))
            .says("New mixtures per epoch.")
            .byDefault(20_000);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(2).to(100_000))
            .says("Mixtures per step.")
            .byDefault(100);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Initial learning rate.")
            .byDefault(0.003);
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
        ToneAmplitudeTask task = experiment.task();
        List<Accuracy> epochs = new ArrayList<>();
        WallClock clock = new WallClock();
        ToneAmplitudeTask.Result result = task.run(accuracy -> {
            epochs.add(accuracy);
            progress.epochDone("epoch " + epochs.size() + "/" + task.epochs() + ": " + words(accuracy));
        });
        clock.end("train");
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                document(result, clock),
                charts(result.epochs()),
                List.of(),
                List.of(
                        "best epoch: " + result.bestEpoch() + " of " + task.epochs(),
                        "network: " + words(result.best()),
                        "best linear read-out, by least squares: " + words(result.leastSquares())),
                List.of(),
                true);
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

    private static String words(Accuracy accuracy) {
        return String.format(
                Locale.ROOT,
                "%.2f %% right to three decimals, mean error %.2e",
                100 * accuracy.exactShare(),
                accuracy.meanError());
    }

    private static List<Chart> charts(List<Accuracy> epochs) {
        List<Double> errors = epochs.stream().map(Accuracy::meanError).toList();
        List<Double> shares = epochs.stream().map(Accuracy::exactShare).toList();
        return List.of(
                new Chart(
                        "Right to three decimals",
                        "epoch",
                        "%",
                        List.of(EpochCurves.of("amplitudes", shares, share -> 100 * share))),
                new Chart(
                        "Mean absolute error",
                        "epoch",
                        "log10",
                        List.of(EpochCurves.of("amplitudes", errors, Math::log10))));
    }

    private static ObjectNode document(ToneAmplitudeTask.Result result, WallClock clock) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("complete", true);
        ObjectNode amplitudes = document.putObject("amplitudes");
        ArrayNode epochs = amplitudes.putArray("epochs");
        result.epochs().forEach(accuracy -> put(epochs.addObject(), accuracy));
        amplitudes.put("bestEpoch", result.bestEpoch());
        put(amplitudes.putObject("best"), result.best());
        put(amplitudes.putObject("leastSquares"), result.leastSquares());
        amplitudes.put("transformLargestError", result.transformError());
        document.set("wallClock", clock.json());
        return document;
    }

    private static void put(ObjectNode node, Accuracy accuracy) {
        node.put("rightToThreeDecimals", accuracy.exactShare()).put("meanAbsoluteError", accuracy.meanError());
    }

    /**
     * An experiment that reads amplitudes of tones off a learned Fourier transform.
     *
     * @param head common to all experiments
     * @param task the training
     */
    record ToneAmplitudes(ExperimentHead head, ToneAmplitudeTask task) implements Experiment {}
}
