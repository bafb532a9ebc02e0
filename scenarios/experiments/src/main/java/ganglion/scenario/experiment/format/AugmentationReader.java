package ganglion.scenario.experiment.format;

import ganglion.hardware.quantity.Dimension;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.NoiseMix;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.format.Place;
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
                    place.number("stretch", 0),
                    root.reading().streams().seed());
            return new AugmentationPlan(
                    changes, noise.flatMap(settings -> settings.find("folder")).map(Place::folder));
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return AugmentationPlan.NONE;
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
