package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Puts a slice of every population onto every core; see {@link PlacementStrategy.Spread}. For one use. */
final class SpreadPlacement {

    private final Network network;
    private final IncomingSynapses incoming;
    private final CoreCapacity capacity;

    SpreadPlacement(Network network, IncomingSynapses incoming, CoreCapacity capacity) {
        this.network = network;
        this.incoming = incoming;
        this.capacity = capacity;
    }

    /** Spreads over the cores of as few chips as possible. */
    Assignments assign(int coresPerChip, long mostChips) {
        for (long chips = 1;
                chips <= mostChips && chips * coresPerChip <= network.neuronCount() + coresPerChip;
                chips++) {
            Assignments assignments = spread((int) chips * coresPerChip);
            if (assignments.problems().isEmpty()) {
                return assignments;
            }
        }
        Assignments refused = new Assignments(network);
        refused.problem("an even spread does not fit: a core has room for " + capacity.text());
        return refused;
    }

    private Assignments spread(int cores) {
        Assignments assignments = new Assignments(network);
        List<CoreFilling> fillings = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            fillings.add(new CoreFilling(capacity));
        }
        for (int p = 0; p < network.populations().size(); p++) {
            if (network.populations().get(p).model().takesInput() && !spread(p, fillings, assignments)) {
                assignments.problem("does not fit");
                return assignments;
            }
        }
        return assignments;
    }

    private boolean spread(int population, List<CoreFilling> fillings, Assignments assignments) {
        List<Inlet> inlets = incoming.into(population);
        int size = network.populations().get(population).size();
        for (int neuron = 0; neuron < size; neuron++) {
            int core = (int) ((long) neuron * fillings.size() / size);
            if (!fillings.get(core).add(inlets, neuron)) {
                return false;
            }
            assignments.put(network.firstNeuron(population) + neuron, core);
        }
        return true;
    }
}
