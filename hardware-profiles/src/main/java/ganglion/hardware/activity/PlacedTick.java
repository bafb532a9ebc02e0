package ganglion.hardware.activity;

import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;

/** The activity of one tick on one placement. Reused from tick to tick; not thread safe. */
public final class PlacedTick {

    private final PlacedNetwork placed;
    private final PopulationTally tally;
    private final Cells cells;
    private final int[] activeInCell;
    private final int[] firedInCell;
    private TickBlock block;
    private int index;
    private boolean cellsCounted = true;

    PlacedTick(PlacedNetwork placed, PopulationTally tally) {
        this.placed = placed;
        this.tally = tally;
        this.cells = placed.cells();
        this.activeInCell = new int[cells.count()];
        this.firedInCell = new int[cells.count()];
    }

    /** The network on the chip. */
    public PlacedNetwork placed() {
        return placed;
    }

    /** Number of the tick. */
    public long tick() {
        return block.tick(index);
    }

    /** Whether there is no spike and no active neuron. */
    public boolean idle() {
        return block.isIdle(index);
    }

    /** Number of neurons that fire, inputs included. */
    public int firedCount() {
        return block.firedCount(index);
    }

    /** Network-wide number of a neuron that fires; ascending. */
    public int fired(int position) {
        return block.fired(index, position);
    }

    /** Whether a neuron is active, by network-wide number. */
    public boolean isActive(int neuron) {
        long[] active = block.active(index);
        return active != null && (active[neuron >> 6] & 1L << neuron) != 0;
    }

    /** Active neurons of a cell. */
    public int activeInCell(int cell) {
        countCells();
        return activeInCell[cell];
    }

    /** Neurons of a cell that fire. */
    public int firedInCell(int cell) {
        countCells();
        return firedInCell[cell];
    }

    void set(TickBlock newBlock, int newIndex) {
        block = newBlock;
        index = newIndex;
        cellsCounted = false;
    }

    /** Synaptic operations in neurons of a population; undefined if the tick is idle. */
    long synapses(int population) {
        return block.tally(index, tally.synapses(population));
    }

    /** Spikes of a population; undefined if the tick is idle. */
    long spikes(int population) {
        return block.tally(index, tally.spikes(population));
    }

    /** Active neurons of a population; undefined if the tick is idle. */
    long active(int population) {
        return block.tally(index, tally.active(population));
    }

    /** Counted on demand only: energies do not need it, and it depends on the placement. */
    private void countCells() {
        if (cellsCounted) {
            return;
        }
        cellsCounted = true;
        Arrays.fill(activeInCell, 0);
        Arrays.fill(firedInCell, 0);
        for (int i = 0; i < firedCount(); i++) {
            int cell = cells.of(fired(i));
            if (cell != Placement.OUTSIDE) {
                firedInCell[cell]++;
            }
        }
        long[] active = block.active(index);
        if (active != null) {
            cells.count(active, activeInCell);
        }
    }
}
