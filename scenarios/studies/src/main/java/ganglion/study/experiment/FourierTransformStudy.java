package ganglion.study.experiment;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import ganglion.study.fourier.FourierTransformTask;
import java.util.Map;

/** Experiments that learn the Fourier transform. */
public final class FourierTransformStudy implements Task<FourierTransform> {

    private static final String WORD = "fourier-transform";
    private static final FourierTransformTask USUAL = new FourierTransformTask(0, 64, 20, 4000, 32, 1);

    private static final Key<Integer> WINDOW = Key.of(
                    "window", integer().from(2).to(1024))
            .says("Samples of a frame, an even number.")
            .byDefault(USUAL.window())
            .example(64);
    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(10_000))
            .says("How often to go through the frames.")
            .byDefault(USUAL.epochs())
            .example(20);
    private static final Key<Integer> FRAMES = Key.of(
                    "frames", integer().from(1).to(1_000_000))
            .says("New frames in each epoch.")
            .byDefault(USUAL.framesAnEpoch())
            .example(4000);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(1).to(100_000))
            .says("Frames in a step.")
            .byDefault(USUAL.batchSize())
            .example(32);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Step size of stochastic gradient descent.")
            .byDefault(USUAL.learningRate())
            .example(1);

    /** The linear layer, which other studies build upon. */
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
            .byDefault(USUAL, Map.of())
            .exampleText("{window: 64, epochs: 20}");

    private static final Shape<FourierTransform> SHAPE = Shape.of(
            "an experiment that learns the Fourier transform",
            root -> new FourierTransform(ExperimentKeys.head(root), transformOf(root)),
            ExperimentKeys.of(
                    WORD, "What is learned: the discrete Fourier transform, by one linear layer.", false, TRANSFORM));

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Class<FourierTransform> type() {
        return FourierTransform.class;
    }

    @Override
    public String description() {
        return "An experiment file of this task says how a linear layer learns the Fourier transform. YAML, or JSON where the"
                + " name ends in .json. Paths are relative to the file.";
    }

    @Override
    public Shape<FourierTransform> shape() {
        return SHAPE;
    }

    @Override
    public TrainingOutcome run(FourierTransform experiment, TrainingSettings settings, TrainingProgress progress) {
        return new FourierTransformRun(experiment, progress).run();
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
            window = USUAL.window();
        }
        return new FourierTransformTask(
                USUAL.seed(), window, EPOCHS.in(place), FRAMES.in(place), BATCH.in(place), LEARNING_RATE.in(place));
    }
}
