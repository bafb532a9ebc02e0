package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.loss.EventLoss;
import java.util.Arrays;
import java.util.List;

/** Whether network, samples and loss belong together. */
final class Suitability {

    private Suitability() {}

    /** @throws IllegalArgumentException if a delay, learned or not, exceeds the longest */
    static void requireDelays(EventNetwork network, double longest) {
        List<DelayedSynapses> all = network.synapses();
        for (int i = 0; i < all.size(); i++) {
            double most = Arrays.stream(all.get(i).delays()).max().orElseThrow();
            if (most > longest) {
                throw new IllegalArgumentException("a delay of " + most + " steps of the "
                        + ConnectionNames.of(network).get(i) + ", expected at most " + longest);
            }
        }
    }

    /** @throws IllegalArgumentException if they do not */
    static void require(EventNetwork network, List<EventSample> samples, EventLoss loss) {
        if (loss.readsOut() && network.readOut().isEmpty()) {
            throw new IllegalArgumentException("a loss of a read-out and a network without one");
        }
        if (!loss.readsOut() && network.readOut().isPresent()) {
            throw new IllegalArgumentException(
                    "a loss of spike times and a network with a read-out, expected one without");
        }
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("there is no sample");
        }
        for (int i = 0; i < samples.size(); i++) {
            int label = samples.get(i).label();
            if (label < 0 || label >= network.outputs()) {
                throw new IllegalArgumentException(
                        "sample " + (i + 1) + " is of class " + label + ", expected 0 to " + (network.outputs() - 1));
            }
        }
    }
}
