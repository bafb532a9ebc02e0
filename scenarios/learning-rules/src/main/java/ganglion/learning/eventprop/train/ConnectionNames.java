package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.EventNetwork;
import java.util.ArrayList;
import java.util.List;

/** What messages call the connections of a network. */
final class ConnectionNames {

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
