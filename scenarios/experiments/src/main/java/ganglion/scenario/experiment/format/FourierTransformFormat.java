package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.FourierTransform;
import ganglion.study.fourier.FourierTransformTask;

/** Experiments that learn the Fourier transform. */
final class FourierTransformFormat implements TaskFormat {

    private static final int USUAL_WINDOW = 64;
    private static final FourierTransformTask USUAL = new FourierTransformTask(0, USUAL_WINDOW, 20, 4000, 32, 1);

    @Override
    public String name() {
        return "fourier-transform";
    }

    @Override
    public String schema() {
        return "fourier-transform.schema.json";
    }

    @Override
    public FourierTransform read(ExperimentHead head, Place root) {
        return new FourierTransform(head, transform(Sections.of(root, "transform"), head.seed()));
    }

    static FourierTransformTask transform(Place place, long seed) {
        int window = place.integer("window", USUAL.window());
        if (window % 2 != 0) {
            place.at("window").problem("found " + window + ", expected an even number");
            window = USUAL_WINDOW;
        }
        return new FourierTransformTask(
                seed,
                window,
                place.integer("epochs", USUAL.epochs()),
                place.integer("frames", USUAL.framesAnEpoch()),
                place.integer("batch", USUAL.batchSize()),
                place.number("learning-rate", USUAL.learningRate()));
    }
}
