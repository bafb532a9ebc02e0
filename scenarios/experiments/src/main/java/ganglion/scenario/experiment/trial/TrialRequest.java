package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Fragment;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Under which conditions a user wants a model tried: each gain with each noise at each ratio.
 *
 * @param gains of the sounds, in dB; empty for 0 dB alone
 * @param ratios power of the sounds to that of the noise, in dB; empty for no noise
 * @param noises folders with sounds that are added as noise, or {@link #WHITE}; empty for white noise alone
 * @param fragmentSeconds length of the piece that is cut out of each sound; empty for whole sounds
 * @param seed of the cuts and of the choice of noise
 */
public record TrialRequest(
        List<Double> gains, List<Double> ratios, List<Path> noises, OptionalDouble fragmentSeconds, long seed) {

    /** Stands for white noise. */
    public static final Path WHITE = Path.of("white");

    /** Takes copies of the lists. */
    public TrialRequest {
        gains = List.copyOf(gains);
        ratios = List.copyOf(ratios);
        noises = List.copyOf(noises);
    }

    /** All conditions, in the order in which they are tried; at least one. */
    public List<TrialConditions> conditions() {
        Fragment fragment = fragmentSeconds.isPresent() ? new Fragment(fragmentSeconds.getAsDouble()) : Fragment.NONE;
        List<OptionalDouble> levels = ratios.isEmpty()
                ? List.of(OptionalDouble.empty())
                : ratios.stream().map(OptionalDouble::of).toList();
        List<TrialConditions> all = new ArrayList<>();
        for (double gain : gains.isEmpty() ? List.of(0.0) : gains) {
            for (Path noise : noises.isEmpty() ? List.of(WHITE) : noises) {
                levels.forEach(level -> all.add(new TrialConditions(fragment, gain, level, folder(noise), seed)));
            }
        }
        return all;
    }

    private static Optional<DocumentPath> folder(Path noise) {
        return noise.equals(WHITE)
                ? Optional.empty()
                : Optional.of(new DocumentPath(
                        noise.toString(), noise.toAbsolutePath().normalize()));
    }

    /** What the model sees of the samples. */
    Features features(SavedClassifier classifier) {
        return fragmentSeconds.isPresent()
                ? classifier.features().withDuration(fragmentSeconds.getAsDouble())
                : classifier.features();
    }

    /** @throws InputException naming the option that does not suit the model */
    void check(SavedClassifier classifier) throws InputException {
        if (!noises.isEmpty() && ratios.isEmpty()) {
            throw refusal("--noise", "found no --snr, expected the ratio in decibels");
        }
        for (Path noise : noises) {
            if (!noise.equals(WHITE) && !Files.isDirectory(noise)) {
                throw refusal("--noise", "found " + noise + ", expected a folder with sounds, or \"white\"");
            }
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
