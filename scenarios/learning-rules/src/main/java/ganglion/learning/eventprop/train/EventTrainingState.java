package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.optimiser.OptimiserState;

/**
 * What a training must know to go on as if it had never stopped.
 *
 * @param epochsDone number of epochs
 * @param network as it is after them
 * @param weights moments of Adam, by connection
 * @param delays moments of Adam, by connection
 */
public record EventTrainingState(int epochsDone, EventNetwork network, OptimiserState weights, OptimiserState delays) {}
