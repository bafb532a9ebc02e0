package ganglion.hardware.activity;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;

/**
 * The messages and hops of one spike of each neuron, so that counting a spike adds a few numbers. Messages take
 * the columns first and then the rows (XY routing). Inputs that are on no core enter each chip at the tile in its
 * south-western corner.
 */
final class SpikeEffects {

    /** The operations stored per neuron, in this order. */
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

    /** The operations that occur on this placement; few of them on small chips. */
    private final Operation[] used;

    /** Counts of each neuron, by used operation. */
    private final int[] counts;

    private final long[] sums;

    SpikeEffects(PlacedNetwork placed) {
        this.placement = placed.placement();
        this.mesh = placement.mesh();
        FanOut fanOut = placed.fanOut();
        int[] all = new int[fanOut.neurons() * KEPT.length];
        for (int neuron = 0; neuron < fanOut.neurons(); neuron++) {
            for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
                addMessage(all, neuron * KEPT.length, placement.coreOfNeuron()[neuron], fanOut.core(message));
            }
        }
        boolean[] isUsed = new boolean[KEPT.length];
        for (int i = 0; i < all.length; i++) {
            isUsed[i % KEPT.length] |= all[i] != 0;
        }
        this.used = Arrays.stream(KEPT)
                .filter(operation -> isUsed[SLOT[operation.ordinal()]])
                .toArray(Operation[]::new);
        this.counts = compact(all, fanOut.neurons());
        this.sums = new long[used.length];
    }

    private int[] compact(int[] all, int neurons) {
        int[] compact = new int[neurons * used.length];
        for (int slot = 0; slot < used.length; slot++) {
            int from = SLOT[used[slot].ordinal()];
            for (int neuron = 0; neuron < neurons; neuron++) {
                compact[neuron * used.length + slot] = all[neuron * KEPT.length + from];
            }
        }
        return compact;
    }

    /** Adds the operations of the spikes of a tick to counts by operation. */
    void addTo(long[] byOperation, PlacedTick tick) {
        Arrays.fill(sums, 0);
        int width = sums.length;
        for (int i = 0; i < tick.firedCount(); i++) {
            int row = tick.fired(i) * width;
            for (int slot = 0; slot < width; slot++) {
                sums[slot] += counts[row + slot];
            }
        }
        for (int slot = 0; slot < width; slot++) {
            byOperation[used[slot].ordinal()] += sums[slot];
        }
    }

    private void addMessage(int[] all, int row, int sourceCore, int targetCore) {
        add(all, row, Operation.MESSAGE_IN, 1);
        if (sourceCore == Placement.OUTSIDE) {
            add(all, row, Operation.INPUT_MESSAGE, 1);
            addRoute(all, row, 0, placement.tile(targetCore));
            return;
        }
        add(all, row, Operation.MESSAGE_OUT, 1);
        if (placement.chip(sourceCore) == placement.chip(targetCore)) {
            addRoute(all, row, placement.tile(sourceCore), placement.tile(targetCore));
        } else {
            add(all, row, Operation.MESSAGE_BETWEEN_CHIPS, 1);
        }
    }

    private void addRoute(int[] all, int row, int sourceTile, int targetTile) {
        if (sourceTile == targetTile) {
            add(all, row, Operation.MESSAGE_WITHIN_TILE, 1);
            return;
        }
        int east = mesh.x(targetTile) - mesh.x(sourceTile);
        int north = mesh.y(targetTile) - mesh.y(sourceTile);
        add(all, row, east > 0 ? Operation.HOP_EAST : Operation.HOP_WEST, Math.abs(east));
        add(all, row, north > 0 ? Operation.HOP_NORTH : Operation.HOP_SOUTH, Math.abs(north));
    }

    private static void add(int[] all, int row, Operation operation, int count) {
        all[row + SLOT[operation.ordinal()]] += count;
    }
}
