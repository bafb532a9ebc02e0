package ganglion.hardware.activity;

import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;
import java.util.Arrays;

/**
 * Counts operations of the whole system, tick by tick. Messages take the columns first and then the rows (XY routing).
 * Inputs enter each chip at the tile in its south-western corner. Not thread safe.
 */
public final class OperationCounter implements ActivityListener {

    private final Placement placement;
    private final Mesh mesh;
    private final int neurons;
    private final long[] tickCounts = new long[Operation.values().length];
    private final long[] totals = new long[Operation.values().length];
    private boolean tickClosed;

    /** A counter for one walk. */
    public OperationCounter(Placement placement) {
        this.placement = placement;
        this.mesh = placement.mesh();
        this.neurons =
                placement.cores().stream().mapToInt(Placement.CoreLoad::neurons).sum();
    }

    /** Operations in the tick that ended last. */
    public long inTick(Operation operation) {
        return tickCounts[operation.ordinal()];
    }

    /** Operations in all ticks so far. */
    public long total(Operation operation) {
        return totals[operation.ordinal()];
    }

    @Override
    public void message(int sourceCore, int targetCore, int synapses) {
        openTick();
        add(Operation.MESSAGE_IN, 1);
        add(Operation.SYNAPTIC_OPERATION, synapses);
        if (sourceCore == Placement.OUTSIDE) {
            add(Operation.INPUT_MESSAGE, 1);
            route(0, placement.tile(targetCore));
            return;
        }
        add(Operation.MESSAGE_OUT, 1);
        if (placement.chip(sourceCore) == placement.chip(targetCore)) {
            route(placement.tile(sourceCore), placement.tile(targetCore));
        } else {
            add(Operation.MESSAGE_BETWEEN_CHIPS, 1);
        }
    }

    private void route(int sourceTile, int targetTile) {
        if (sourceTile == targetTile) {
            add(Operation.MESSAGE_WITHIN_TILE, 1);
            return;
        }
        int east = mesh.x(targetTile) - mesh.x(sourceTile);
        int north = mesh.y(targetTile) - mesh.y(sourceTile);
        add(east > 0 ? Operation.HOP_EAST : Operation.HOP_WEST, Math.abs(east));
        add(north > 0 ? Operation.HOP_NORTH : Operation.HOP_SOUTH, Math.abs(north));
    }

    @Override
    public void tickEnded(long tick, CoreLoads loads) {
        openTick();
        long active = 0;
        long spikes = 0;
        if (!loads.idle()) {
            for (int core = 0; core < loads.cores(); core++) {
                active += loads.activeNeurons(core);
                spikes += loads.spikes(core);
            }
        }
        add(Operation.NEURON_UPDATE_ACTIVE, active);
        add(Operation.NEURON_UPDATE_IDLE, neurons - active);
        add(Operation.SPIKE, spikes);
        add(Operation.INPUT_SPIKE, loads.inputSpikes());
        add(Operation.NETWORK_STEP, placement.chips());
        tickClosed = true;
    }

    private void openTick() {
        if (tickClosed) {
            Arrays.fill(tickCounts, 0);
            tickClosed = false;
        }
    }

    private void add(Operation operation, long count) {
        tickCounts[operation.ordinal()] += count;
        totals[operation.ordinal()] += count;
    }
}
