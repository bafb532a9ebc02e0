package ganglion.learning.train;

import ganglion.learning.model.Model;
import java.util.List;

/**
 * Result of training.
 *
 * @param bestModel the model of the best epoch
 * @param bestEpoch number of that epoch, from 0
 * @param state from which training can be resumed
 * @param epochs reports of the epochs of this run
 */
public record TrainingResult(Model bestModel, int bestEpoch, TrainingState state, List<EpochReport> epochs) {

    /** Takes a copy of the list. */
    public TrainingResult {
        epochs = List.copyOf(epochs);
    }
}
