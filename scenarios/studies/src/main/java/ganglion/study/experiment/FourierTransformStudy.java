package ganglion.study.experiment;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.SeedFigure.Format;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.WallClock;
import ganglion.scenario.experiment.task.Task;
import ganglion.study.fourier.FourierTransformTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Experiments that learn the Fourier transform. */
public final class FourierTransformStudy extends Task<FourierTransformStudy.FourierTransform> {

    private static final String WORD = "fourier-transform";

    /** The loss that the founding study reached within 20 epochs. */
    private static final double STUDY_LOSS = 1e-6;

    private static final FourierTransformTask DEFAULTS = new FourierTransformTask(0, 64, 20, 4000, 32, 1);

    private static final Key<Integer> WINDOW = Key.of(
                    "window", integer().from(2).to(1024))
            .says("Samples of a frame, an even number.")
            .byDefault(DEFAULTS.window())
            .example(64);
    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(10_000))
            .says("Number of epochs.")
            .byDefault(DEFAULTS.epochs())
            .example(20);
    private static final Key<Integer> FRAMES = Key.of(
                    "frames", integer().from(1).to(1_000_000))
            .says("New frames per epoch.")
            .byDefault(DEFAULTS.framesAnEpoch())
            .example(4000);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(1).to(100_000))
            .says("Frames per step.")
            .byDefault(DEFAULTS.batchSize())
            .example(32);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Step size of stochastic gradient descent.")
            .byDefault(DEFAULTS.learningRate())
            .example(1);

    /** The linear layer, on which other studies build. */
    static final Key<FourierTransformTask> TRANSFORM = Key.of(
                    "transform",
                    Shape.of(
                            "settings of the linear layer",
                            FourierTransformStudy::transform,
                            WINDOW,
                            EPOCHS,
                            FRAMES,
                            BATCH,
                            LEARNING_RATE))
            .says("The linear layer that learns the Fourier transform from white noise.")
            .byDefault(DEFAULTS, Map.of())
            .exampleText("{window: 64, epochs: 20}");

    private static final Shape<FourierTransform> SHAPE = Shape.of(
            "an experiment that learns the Fourier transform",
            root -> new FourierTransform(ExperimentKeys.head(root), transformOf(root)),
            ExperimentKeys.of(
                    WORD, "What is learned: the discrete Fourier transform, by one linear layer.", false, TRANSFORM));

    private static final List<SeedFigure> FIGURES = List.of(
            SeedFigure.figure("lastLoss", "last epoch", "loss", "/transform/losses/-1", Format.SMALL),
            SeedFigure.figure("largestError", "outputs", "largest error", "/transform/largestError", Format.SMALL));

    /** For {@link java.util.ServiceLoader}. */
    public FourierTransformStudy() {
        super(
                WORD,
                FourierTransform.class,
                SHAPE,
                FIGURES,
                "An experiment file of this task says how a linear layer learns the Fourier transform.");
    }

    @Override
    public TrainingOutcome run(FourierTransform experiment, TrainingSettings settings, TrainingProgress progress) {
        FourierTransformTask task = experiment.task();
        List<Double> losses = new ArrayList<>();
        WallClock clock = new WallClock();
        FourierTransformTask.Result result = task.run(loss -> {
            losses.add(loss);
            progress.epochDone(
                    String.format(Locale.ROOT, "epoch %d/%d: loss %.2e", losses.size(), task.epochs(), loss));
        });
        clock.end("train");
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                document(result, clock),
                List.of(new TrainingOutcome.Chart(
                        "Loss on held-out frames",
                        "epoch",
                        "log10",
                        List.of(EpochCurves.of("loss", losses, Math::log10)))),
                List.of(),
                summary(result),
                List.of(),
                true);
    }

    /** The linear layer of an experiment, with the seed of the experiment. */
    static FourierTransformTask transformOf(Place root) {
        FourierTransformTask read = TRANSFORM.in(root);
        return new FourierTransformTask(
                ExperimentKeys.head(root).seed(),
                read.window(),
                read.epochs(),
                read.framesAnEpoch(),
                read.batchSize(),
                read.learningRate());
    }

    private static FourierTransformTask transform(Place place) {
        int window = WINDOW.in(place);
        if (window % 2 != 0) {
            WINDOW.at(place).problem("found " + window + ", expected an even number");
            window = DEFAULTS.window();
        }
        return new FourierTransformTask(
                DEFAULTS.seed(), window, EPOCHS.in(place), FRAMES.in(place), BATCH.in(place), LEARNING_RATE.in(place));
    }

    private static List<String> summary(FourierTransformTask.Result result) {
        int reached = result.epochsToReach(STUDY_LOSS);
        double last = result.losses().get(result.losses().size() - 1);
        return List.of(
                String.format(Locale.ROOT, "loss below 1e-6: %s", reached == 0 ? "never" : "after epoch " + reached),
                String.format(Locale.ROOT, "loss after the last epoch: %.2e", last),
                String.format(Locale.ROOT, "largest error of an output: %.2e", result.largestError()));
    }

    private static ObjectNode document(FourierTransformTask.Result result, WallClock clock) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("complete", true);
        ObjectNode transform = document.putObject("transform");
        result.losses().forEach(transform.putArray("losses")::add);
        transform.put("epochsToLossBelow1e-6", result.epochsToReach(STUDY_LOSS));
        transform.put("largestError", result.largestError());
        document.set("wallClock", clock.json());
        return document;
    }

    /**
     * An experiment that learns the Fourier transform.
     *
     * @param head common to all experiments
     * @param task the training
     */
    record FourierTransform(ExperimentHead head, FourierTransformTask task) implements Experiment {}
}
