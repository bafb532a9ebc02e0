package ganglion.scenario.experiment;

import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.SpikeChange;
import java.util.Optional;

/**
 * How samples change from epoch to epoch.
 *
 * @param changes of sounds: gain, noise and others; noise is white unless there is a folder. Its seed is that of all choices
 * @param noiseFolder sounds that are mixed in instead of white noise
 * @param spikes changes of input spikes, recorded or heard
 */
public record AugmentationPlan(Augmentation changes, Optional<DocumentPath> noiseFolder, SpikeChange spikes) {

    /** Samples as they are. */
    public static final AugmentationPlan NONE = new AugmentationPlan(Augmentation.NONE, Optional.empty());

    /** Changes of sounds only. */
    public AugmentationPlan(Augmentation changes, Optional<DocumentPath> noiseFolder) {
        this(changes, noiseFolder, SpikeChange.NONE);
    }

    /** Whether it changes anything. */
    public boolean active() {
        return changes.active() || spikes.active();
    }
}
