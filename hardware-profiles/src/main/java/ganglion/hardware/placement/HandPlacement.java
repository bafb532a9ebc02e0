package ganglion.hardware.placement;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.hardware.placement.PlacementStrategy.ByHand;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;

/** Puts neurons on the cores that the author names, and reports what is wrong with that. For one use. */
final class HandPlacement {

    private final Network network;
    private final Assignments assignments;
    private final long cores;

    HandPlacement(Network network, Mesh mesh, long mostChips) {
        this.network = network;
        this.assignments = new Assignments(network);
        this.cores = Math.min(Mesh.MOST_CORES, mostChips * mesh.cores());
    }

    Assignments assign(ByHand hand) {
        hand.assignments().forEach(this::put);
        for (int p = 0; p < network.populations().size(); p++) {
            checkComplete(p);
        }
        return assignments;
    }

    private void put(Assignment assignment) {
        int index = indexOf(assignment.population());
        if (index < 0) {
            assignments.problem("there is no population named " + assignment.population() + " to place");
            return;
        }
        int size = network.populations().get(index).size();
        if (assignment.first() < 0 || assignment.count() < 1 || assignment.first() + (long) assignment.count() > size) {
            assignments.problem("the placement of " + assignment.population() + " names neurons " + assignment.first()
                    + " to " + (assignment.first() + (long) assignment.count() - 1) + ", it has 0 to " + (size - 1));
            return;
        }
        if (assignment.core() < 0 || assignment.core() >= cores) {
            assignments.problem("the placement of " + assignment.population() + " names core " + assignment.core()
                    + ", there are cores 0 to " + (cores - 1));
            return;
        }
        int first = network.firstNeuron(index) + assignment.first();
        for (int neuron = first; neuron < first + assignment.count(); neuron++) {
            if (assignments.isPlaced(neuron)) {
                assignments.problem("neuron " + (neuron - network.firstNeuron(index)) + " of " + assignment.population()
                        + " is placed twice");
                return;
            }
            assignments.put(neuron, assignment.core());
        }
    }

    private int indexOf(String name) {
        for (int p = 0; p < network.populations().size(); p++) {
            if (network.populations().get(p).name().equals(name)) {
                return p;
            }
        }
        return -1;
    }

    private void checkComplete(int index) {
        Population population = network.populations().get(index);
        for (int neuron = 0; population.model().takesInput() && neuron < population.size(); neuron++) {
            if (!assignments.isPlaced(network.firstNeuron(index) + neuron)) {
                assignments.problem("neuron " + neuron + " of " + population.name() + " is not placed");
                return;
            }
        }
    }
}
