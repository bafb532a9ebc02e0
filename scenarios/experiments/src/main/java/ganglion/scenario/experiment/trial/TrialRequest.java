package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Fragment;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Under which conditions a user wants a model tried: each gain with each noise ratio.
 *
 * @param gains of the sounds, in dB; empty for 0 dB alone
 * @param ratios power of the sounds to that of the noise, in dB; empty for no noise
 * @param noise folder with sounds that are added as noise; white noise if empty
 * @param fragmentSeconds length of the piece that is cut out of each sound; empty for whole sounds
 * @param seed of the cuts and of the choice of noise
 */
public record TrialRequest(
        List<Double> gains, List<Double> ratios, Optional<Path> noise, OptionalDouble fragmentSeconds, long seed) {

    /** Takes copies of the lists. */
    public TrialRequest {
        gains = List.copyOf(gains);
        ratios = List.copyOf(ratios);
    }

    /** All conditions, in the order in which they are tried; at least one. */
    public List<TrialConditions> conditions() {
        Optional<DocumentPath> folder = noise.map(
                path -> new DocumentPath(path.toString(), path.toAbsolutePath().normalize()));
        Fragment fragment = fragmentSeconds.isPresent() ? new Fragment(fragmentSeconds.getAsDouble()) : Fragment.NONE;
        List<OptionalDouble> noises = ratios.isEmpty()
                ? List.of(OptionalDouble.empty())
                : ratios.stream().map(OptionalDouble::of).toList();
        return (gains.isEmpty() ? List.of(0.0) : gains)
                .stream()
                        .flatMap(gain ->
                                noises.stream().map(ratio -> new TrialConditions(fragment, gain, ratio, folder, seed)))
                        .toList();
    }

    /** What the model sees of the samples. */
    Features features(SavedClassifier classifier) {
        return fragmentSeconds.isPresent()
                ? classifier.features().withDuration(fragmentSeconds.getAsDouble())
                : classifier.features();
    }

    /** @throws InputException naming the option that does not suit the model */
    void check(SavedClassifier classifier) throws InputException {
        if (noise.isPresent() && ratios.isEmpty()) {
            throw refusal("--noise", "found no --snr, expected the ratio in decibels");
        }
        if (noise.isPresent() && !Files.isDirectory(noise.get())) {
            throw refusal("--noise", "found " + noise.get() + ", expected a folder with sounds");
        }
        boolean changed = !gains.isEmpty() || !ratios.isEmpty() || fragmentSeconds.isPresent();
        if (!classifier.features().fromSound() && changed) {
            throw refusal("--gain", "found changes of sounds, expected none for a model of recorded spikes");
        }
    }

    private static InputException refusal(String option, String message) {
        return new InputException(option, message);
    }
}
