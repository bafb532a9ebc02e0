package ganglion.learning.train;

import ganglion.learning.model.Model;
import ganglion.learning.optimiser.OptimiserState;

/**
 * State of training after an epoch: all that is needed to resume.
 *
 * @param epochsDone number of epochs done
 * @param batchesDone number of batches done, over all epochs
 * @param model the present model
 * @param optimiser state of the optimiser
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
