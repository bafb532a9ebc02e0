package ganglion.scenario.experiment.outcome;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a training uses the machine. Has no influence on results.
 *
 * @param threads number of threads, at least 1
 * @param checkpoint file that is written after each epoch; none if absent
 * @param resumeFrom checkpoint to resume from; absent for a new training
 */
public record TrainingSettings(int threads, Optional<Path> checkpoint, Optional<Path> resumeFrom) {}
