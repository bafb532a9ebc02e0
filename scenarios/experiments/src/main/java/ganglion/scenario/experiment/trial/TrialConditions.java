package ganglion.scenario.experiment.trial;

import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.Fragment;
import ganglion.learning.data.NoiseMix;
import ganglion.scenario.experiment.AugmentationPlan;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The conditions of an evaluation.
 *
 * @param fragment which piece of each sound is used
 * @param gainDecibels of the sounds
 * @param noiseRatioDecibels ratio of the power of the sounds to that of noise; absent for no noise
 * @param noiseFolder sounds that are mixed in; white noise if absent
 * @param seed of the noise
 */
public record TrialConditions(
        Fragment fragment,
        double gainDecibels,
        OptionalDouble noiseRatioDecibels,
        Optional<DocumentPath> noiseFolder,
        long seed) {

    /** The changes of the samples under these conditions. */
    public AugmentationPlan changes() {
        NoiseMix noise = noiseRatioDecibels.isPresent()
                ? NoiseMix.white(noiseRatioDecibels.getAsDouble(), noiseRatioDecibels.getAsDouble())
                : NoiseMix.NONE;
        Augmentation changes = new Augmentation(gainDecibels, gainDecibels, noise, 0, seed).withFragment(fragment);
        return new AugmentationPlan(changes, noiseFolder);
    }

    /** Human-readable. */
    @Override
    public String toString() {
        String piece = fragment.seconds() > 0 ? String.format(Locale.ROOT, "%.0f ms, ", 1e3 * fragment.seconds()) : "";
        String gain = piece + String.format(Locale.ROOT, "%.0f dB gain", gainDecibels);
        String noise = noiseFolder.map(folder -> "noise of " + folder).orElse("white noise");
        return noiseRatioDecibels.isPresent()
                ? gain + String.format(Locale.ROOT, ", %s at %.0f dB", noise, noiseRatioDecibels.getAsDouble())
                : gain;
    }
}
