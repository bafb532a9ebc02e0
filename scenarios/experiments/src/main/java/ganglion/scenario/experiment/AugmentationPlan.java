package ganglion.scenario.experiment;

import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Augmentation;
import java.util.Optional;

/**
 * How sounds change from epoch to epoch.
 *
 * @param changes with white noise, where there is noise
 * @param noiseFolder sounds that are laid over instead of white noise
 */
public record AugmentationPlan(Augmentation changes, Optional<DocumentPath> noiseFolder) {

    /** Sounds as they are. */
    public static final AugmentationPlan NONE = new AugmentationPlan(Augmentation.NONE, Optional.empty());
}
