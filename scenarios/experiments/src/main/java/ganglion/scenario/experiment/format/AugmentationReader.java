package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.Fragment;
import ganglion.learning.data.NoiseMix;
import ganglion.learning.data.SpectrumChange;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.model.RandomStreams;
import java.util.List;
import java.util.Optional;

/** Reads how sounds change. */
final class AugmentationReader {

    private AugmentationReader() {}

    static AugmentationPlan read(Place root, Features features) {
        if (!root.has("augmentation")) {
            return AugmentationPlan.NONE;
        }
        Place place = root.at("augmentation");
        if (!features.fromSound()) {
            place.problem("found changes of sounds, expected none, because samples are recorded spikes");
        }
        double[] gain = pair(place.find("gain-db"));
        Optional<Place> noise = place.find("noise");
        try {
            Augmentation changes = new Augmentation(
                            gain[0],
                            gain[1],
                            noise.map(AugmentationReader::noise).orElse(NoiseMix.NONE),
                            place.quantity("shift", Dimension.TIME, 0),
                            root.reading().context(RandomStreams.class).seed())
                    .withSpectrum(
                            place.find("spectrum")
                                    .map(AugmentationReader::spectrum)
                                    .orElse(SpectrumChange.NONE),
                            place.integer("versions", 0))
                    .withStretch(place.number("stretch", 0))
                    .withFragment(new Fragment(place.quantity("fragment", Dimension.TIME, 0)));
            checkSpectrum(place, features, changes);
            return new AugmentationPlan(
                    changes, noise.flatMap(settings -> settings.find("folder")).map(Place::folder));
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return AugmentationPlan.NONE;
        }
    }

    private static SpectrumChange spectrum(Place place) {
        return new SpectrumChange(
                place.number("shift-bands", 0),
                place.number("stretch", 0),
                place.number("tilt-db", 0),
                place.number("bend-db", 0),
                place.number("ripple-db", 0),
                place.number("jitter-db", 0),
                place.number("warp-bands", 0));
    }

    private static void checkSpectrum(Place place, Features features, Augmentation changes) {
        boolean contour = features instanceof Features.Heard heard
                && heard.settings().heardAs().hasContour();
        if (changes.spectrum().active() && !contour) {
            place.at("spectrum").problem("found changes of spectra, expected none, as no contour is heard");
        }
    }

    private static NoiseMix noise(Place place) {
        double[] ratio = pair(place.find("ratio-db"));
        return new NoiseMix(List.of(), ratio[0], ratio[1], place.number("share", 1));
    }

    private static double[] pair(Optional<Place> place) {
        return place.map(list -> new double[] {
                    list.node().get(0).doubleValue(), list.node().get(1).doubleValue()
                })
                .orElse(new double[2]);
    }
}
