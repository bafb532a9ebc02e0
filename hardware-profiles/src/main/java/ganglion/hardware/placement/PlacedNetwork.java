package ganglion.hardware.placement;

import ganglion.kernel.network.Network;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A network on a chip, with the tables that counting and timing read. Immutable and safe to share between threads.
 *
 * @param network the network
 * @param placement where its neurons are
 * @param cells its neurons by core and population
 * @param fanOut the messages and synapses of each neuron's spike
 * @param times how often the chip needs each neuron, by network-wide number, as one does not reach enough cores; 0 for inputs.
 *     Copies need room; nothing else of them is counted. Empty if there are none
 */
public record PlacedNetwork(Network network, Placement placement, Cells cells, FanOut fanOut, int[] times) {

    /** Further neurons that do as others do. */
    public long copies() {
        return Arrays.stream(times)
                .filter(count -> count > 1)
                .mapToLong(count -> count - 1)
                .sum();
    }

    /** Neurons on a core, copies left out, in the mean of the cores that are used. */
    public double neuronsPerCore() {
        return IntStream.range(0, cells.count()).map(cells::neurons).sum()
                / (double) Math.max(1, placement.cores().size());
    }

    /** Whether it does not fit, though it might if fewer neurons filled a core. */
    boolean needsRoomForCopies() {
        return copies() > 0 && !placement.fits();
    }

    /** The largest number of times that the chip needs a neuron, by population. */
    int[] room() {
        int[] room = new int[network.populations().size()];
        for (int p = 0; p < room.length; p++) {
            room[p] = Arrays.stream(times, network.firstNeuron(p), network.firstNeuron(p + 1))
                    .max()
                    .orElse(1);
        }
        return room;
    }

    /** A network that does not fit: it is neither counted nor timed, so its tables are empty. */
    static PlacedNetwork refused(Network network, Placement placement) {
        Cells cells = new Cells(network, new Assignments(network).coreOfNeuron());
        return new PlacedNetwork(network, placement, cells, FanOut.none(network, cells), new int[0]);
    }
}
