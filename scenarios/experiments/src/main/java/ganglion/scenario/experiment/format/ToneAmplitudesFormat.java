package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.ToneAmplitudes;
import ganglion.study.fourier.ToneAmplitudeTask;

/** Experiments that read amplitudes of tones off a learned Fourier transform. */
final class ToneAmplitudesFormat implements TaskFormat {

    @Override
    public String name() {
        return "tone-amplitudes";
    }

    @Override
    public String schema() {
        return "tone-amplitudes.schema.json";
    }

    @Override
    public ToneAmplitudes read(ExperimentHead head, Place root) {
        Place tones = Sections.of(root, "tones");
        Place readOut = Sections.of(root, "read-out");
        Place training = Sections.of(root, "training");
        return new ToneAmplitudes(
                head,
                new ToneAmplitudeTask(
                        head.seed(),
                        FourierTransformFormat.transform(Sections.of(root, "transform"), head.seed()),
                        tones.flag("random-phases"),
                        tones.integer("others", 0),
                        readOut.flag("rectified"),
                        readOut.integer("hold-normalisation-after", 1),
                        training.integer("epochs", 10),
                        training.integer("mixtures", 20_000),
                        training.integer("batch", 100),
                        training.number("learning-rate", 0.003)));
    }
}
