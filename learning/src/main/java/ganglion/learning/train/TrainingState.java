package ganglion.learning.train;

import ganglion.learning.model.Model;
import ganglion.learning.optimiser.OptimiserState;

/**
 * Where training stands after an epoch: all that is needed to go on.
 *
 * @param epochsDone number of epochs done
 * @param batchesDone number of batches done, over all epochs
 * @param model the model as it is now
 * @param optimiser what the optimiser remembers
 * @param bestModel the model of the best epoch
 * @param bestEpoch number of that epoch, from 0
 * @param bestMerit how good it was; the higher, the better
 * @param bestLoss its loss in validation, or in training where there is none; decides between epochs that are as good
 */
public record TrainingState(
        int epochsDone,
        long batchesDone,
        Model model,
        OptimiserState optimiser,
        Model bestModel,
        int bestEpoch,
        double bestMerit,
        double bestLoss) {}
