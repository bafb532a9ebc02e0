package ganglion.rule.experiment;

import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.loss.EventLoss;
import java.util.Optional;

/**
 * A loss, and what a network must have for it.
 *
 * @param loss the loss
 * @param readOut what is read of integrators behind the last hidden layer; absent if the last layer has a neuron per class
 */
record Objective(EventLoss loss, Optional<EventReadOut.Measure> readOut) {}
