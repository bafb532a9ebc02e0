package ganglion.scenario.experiment;

import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Augmentation;
import java.util.Optional;

/**
 * How sounds change from epoch to epoch.
 *
 * @param changes gain, noise and other changes; noise is white unless there is a folder
 * @param noiseFolder sounds that are mixed in instead of white noise
 */
public record AugmentationPlan(Augmentation changes, Optional<DocumentPath> noiseFolder) {

    /** Sounds as they are. */
    public static final AugmentationPlan NONE = new AugmentationPlan(Augmentation.NONE, Optional.empty());
}
