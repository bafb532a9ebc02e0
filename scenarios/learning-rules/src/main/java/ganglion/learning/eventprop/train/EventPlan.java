package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.adjoint.EventLoss;
import java.util.ArrayList;
import java.util.List;

/**
 * How to train with EventProp.
 *
 * @param loss what to make small
 * @param epochs passes over all samples, at least 1
 * @param batchSize samples of a step, at least 1
 * @param learningRate of Adam, above 0
 * @param seed of the order of samples
 */
public record EventPlan(EventLoss loss, int epochs, int batchSize, double learningRate, long seed) {

    /** @throws IllegalArgumentException if a number is out of range */
    public EventPlan {
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "the epochs and batch size is " + epochs + ", " + batchSize + ", expected 1 or more");
        }
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the learning rate is " + learningRate + ", expected above 0");
        }
    }

    /** What messages call the connections of a network. */
    static final class ConnectionNames {

        private ConnectionNames() {}

        /** In the order of {@link EventNetwork#synapses()}. */
        static List<String> of(EventNetwork network) {
            List<String> names = new ArrayList<>();
            for (int l = 0; l < network.layers().size(); l++) {
                names.add("input of layer " + (l + 1));
                if (network.layers().get(l).recurrent().isPresent()) {
                    names.add("recurrent synapses of layer " + (l + 1));
                }
            }
            network.readOut().ifPresent(last -> names.add("read-out"));
            return names;
        }
    }
}
