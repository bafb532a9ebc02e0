package ganglion.hardware.activity;

import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;

/**
 * The messages and hops that one spike of each neuron makes, so that counting a spike is adding a few numbers. Messages take
 * the columns first and then the rows (XY routing). Inputs that are on no core enter each chip at the tile in its
 * south-western corner.
 */
final class SpikeEffects {

    /** What is kept for each neuron, in this order. */
    private static final Operation[] KEPT = {
        Operation.MESSAGE_OUT,
        Operation.MESSAGE_IN,
        Operation.MESSAGE_WITHIN_TILE,
        Operation.HOP_EAST,
        Operation.HOP_WEST,
        Operation.HOP_NORTH,
        Operation.HOP_SOUTH,
        Operation.MESSAGE_BETWEEN_CHIPS,
        Operation.INPUT_MESSAGE
    };

    private static final int[] SLOT = new int[Operation.values().length];

    static {
        for (int slot = 0; slot < KEPT.length; slot++) {
            SLOT[KEPT[slot].ordinal()] = slot;
        }
    }

    private final Placement placement;
    private final Mesh mesh;
    private final int[] counts;
    private final long[] sums = new long[KEPT.length];

    SpikeEffects(PlacedNetwork placed) {
        this.placement = placed.placement();
        this.mesh = placement.mesh();
        FanOut fanOut = placed.fanOut();
        this.counts = new int[fanOut.neurons() * KEPT.length];
        for (int neuron = 0; neuron < fanOut.neurons(); neuron++) {
            for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
                addMessage(neuron, placement.coreOfNeuron()[neuron], fanOut.core(message));
            }
        }
    }

    /** Adds what the spikes of a tick make to counts by operation. */
    void addTo(long[] byOperation, PlacedTick tick) {
        int width = KEPT.length;
        for (int slot = 0; slot < width; slot++) {
            sums[slot] = 0;
        }
        for (int i = 0; i < tick.firedCount(); i++) {
            int row = tick.fired(i) * width;
            for (int slot = 0; slot < width; slot++) {
                sums[slot] += counts[row + slot];
            }
        }
        for (int slot = 0; slot < width; slot++) {
            byOperation[KEPT[slot].ordinal()] += sums[slot];
        }
    }

    private void addMessage(int neuron, int sourceCore, int targetCore) {
        add(neuron, Operation.MESSAGE_IN, 1);
        if (sourceCore == Placement.OUTSIDE) {
            add(neuron, Operation.INPUT_MESSAGE, 1);
            addRoute(neuron, 0, placement.tile(targetCore));
            return;
        }
        add(neuron, Operation.MESSAGE_OUT, 1);
        if (placement.chip(sourceCore) == placement.chip(targetCore)) {
            addRoute(neuron, placement.tile(sourceCore), placement.tile(targetCore));
        } else {
            add(neuron, Operation.MESSAGE_BETWEEN_CHIPS, 1);
        }
    }

    private void addRoute(int neuron, int sourceTile, int targetTile) {
        if (sourceTile == targetTile) {
            add(neuron, Operation.MESSAGE_WITHIN_TILE, 1);
            return;
        }
        int east = mesh.x(targetTile) - mesh.x(sourceTile);
        int north = mesh.y(targetTile) - mesh.y(sourceTile);
        add(neuron, east > 0 ? Operation.HOP_EAST : Operation.HOP_WEST, Math.abs(east));
        add(neuron, north > 0 ? Operation.HOP_NORTH : Operation.HOP_SOUTH, Math.abs(north));
    }

    private void add(int neuron, Operation operation, int count) {
        counts[neuron * KEPT.length + SLOT[operation.ordinal()]] += count;
    }
}
