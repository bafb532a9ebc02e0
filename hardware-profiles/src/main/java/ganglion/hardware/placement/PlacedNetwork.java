package ganglion.hardware.placement;

import ganglion.kernel.network.Network;

/**
 * A network on a chip, with the tables that counting and timing read. Immutable and safe to share between threads.
 *
 * @param network the network
 * @param placement where its neurons are
 * @param cells its neurons by core and population
 * @param fanOut the messages and synapses of each neuron's spike
 */
public record PlacedNetwork(Network network, Placement placement, Cells cells, FanOut fanOut) {

    /** A network that does not fit: it is neither counted nor timed, so its tables are empty. */
    static PlacedNetwork refused(Network network, Placement placement) {
        Cells cells = new Cells(network, new Assignments(network).coreOfNeuron());
        return new PlacedNetwork(network, placement, cells, FanOut.none(network, cells));
    }
}
