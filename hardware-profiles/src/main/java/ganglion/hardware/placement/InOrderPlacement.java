package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.List;

/** Fills one core after another; see {@link PlacementStrategy.InOrder}. For one use. */
final class InOrderPlacement {

    private final Network network;
    private final IncomingSynapses incoming;
    private final CoreCapacity capacity;
    private final int[] room;
    private final Assignments assignments;
    private CoreFilling filling;
    private int core;

    /** @param room neurons that one of each population takes the room of */
    InOrderPlacement(Network network, IncomingSynapses incoming, CoreCapacity capacity, int[] room) {
        this.room = room;
        this.network = network;
        this.incoming = incoming;
        this.capacity = capacity;
        this.assignments = new Assignments(network);
        this.filling = new CoreFilling(capacity);
    }

    /** If a neuron does not fit on an empty core, none is placed. */
    Assignments assign() {
        for (int p = 0; p < network.populations().size(); p++) {
            if (network.population(p).model().takesInput()) {
                refuseTooLarge(p);
            }
        }
        for (int p = 0;
                assignments.problems().isEmpty() && p < network.populations().size();
                p++) {
            if (network.population(p).model().takesInput()) {
                place(p);
            }
        }
        return assignments;
    }

    private void refuseTooLarge(int population) {
        List<Inlet> inlets = incoming.into(population);
        long most = Math.min(capacity.inputAxons(), capacity.synapses());
        for (int neuron = 0; neuron < network.population(population).size(); neuron++) {
            boolean suspect = capacity.neurons() < 1 || incoming.fanIn(population, neuron) > most;
            if (suspect && !new CoreFilling(capacity).add(inlets, neuron)) {
                refuse(network.population(population), population, neuron);
                return;
            }
        }
    }

    private void place(int population) {
        int first = network.firstNeuron(population);
        List<Inlet> inlets = incoming.into(population);
        for (int neuron = 0; neuron < network.population(population).size(); neuron++) {
            if (!filling.add(inlets, neuron, room[population])) {
                core++;
                filling = new CoreFilling(capacity);
                filling.add(inlets, neuron, room[population]);
            }
            assignments.put(first + neuron, core);
        }
    }

    private void refuse(Population population, int index, int neuron) {
        assignments.problem("neuron " + neuron + " of " + population.name() + " has "
                + incoming.fanIn(index, neuron) + " synapses, more than fit on a core of "
                + capacityWithoutNeurons());
    }

    private String capacityWithoutNeurons() {
        return new CoreCapacity(Long.MAX_VALUE, capacity.inputAxons(), capacity.synapses())
                .text()
                .replace(", ", " and ");
    }
}
