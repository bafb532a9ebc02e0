package ganglion.hardware.placement;

import ganglion.kernel.network.Network;

/**
 * A network on a chip, with the tables that counting and timing read. Immutable and safe to share between threads.
 *
 * @param network the network
 * @param placement where its neurons are
 * @param cells its neurons by core and population
 * @param fanOut what its spikes set off
 */
public record PlacedNetwork(Network network, Placement placement, Cells cells, FanOut fanOut) {}
