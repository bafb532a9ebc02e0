package ganglion.scenario.experiment.outcome;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a training uses the machine. Changes no result.
 *
 * @param threads number of threads, at least 1
 * @param checkpoint file that is written after each epoch; none if absent
 * @param resumeFrom checkpoint to go on from; from the beginning if absent
 */
public record TrainingSettings(int threads, Optional<Path> checkpoint, Optional<Path> resumeFrom) {}
