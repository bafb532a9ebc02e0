package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the synapses of one neuron after another by the cell that they end in. For one thread. */
final class SynapseCounter {

    /** A scan of the marks of 64 cells costs about as much as sorting this many numbers fewer. */
    private static final int WORDS_PER_SORTED = 4;

    private final Network network;
    private final Cells cells;
    private final List<List<Outlet>> outletsBySource = new ArrayList<>();

    /** Synapses of the current neuron by cell; zero outside the touched cells. */
    private final int[] countByCell;

    private final int[] touched;
    private final long[] touchedMarks;
    private int touchedCount;

    /** The synapses of one projection out of a population. */
    private record Outlet(boolean dense, int target, TargetLists lists) {}

    SynapseCounter(Network network, Cells cells) {
        this.network = network;
        this.cells = cells;
        this.countByCell = new int[cells.count()];
        this.touched = new int[cells.count()];
        this.touchedMarks = new long[(cells.count() + Long.SIZE - 1) / Long.SIZE];
        network.populations().forEach(population -> outletsBySource.add(new ArrayList<>()));
        for (Projection projection : network.projections()) {
            outletsBySource
                    .get(network.index(projection.source()))
                    .add(new Outlet(
                            projection.synapses() instanceof DenseSynapses,
                            network.index(projection.target()),
                            new TargetLists(network, projection)));
        }
    }

    /** Counts the synapses of a neuron by its network-wide number; what was counted before is forgotten. */
    void count(int neuron) {
        for (int i = 0; i < touchedCount; i++) {
            countByCell[touched[i]] = 0;
        }
        touchedCount = 0;
        int population = network.populationOf(neuron);
        int source = neuron - network.firstNeuron(population);
        for (Outlet outlet : outletsBySource.get(population)) {
            count(outlet, source);
        }
        sortTouched();
    }

    /** Number of cells that hold a target. */
    int cellCount() {
        return touchedCount;
    }

    /** A cell that holds a target; ascending. */
    int cell(int index) {
        return touched[index];
    }

    /** Synapses of the neuron into that cell. */
    int synapses(int index) {
        return countByCell[touched[index]];
    }

    /** Number of cores that hold a target. */
    int coreCount() {
        int cores = 0;
        for (int i = 0; i < touchedCount; i++) {
            cores += i == 0 || cells.core(touched[i]) != cells.core(touched[i - 1]) ? 1 : 0;
        }
        return cores;
    }

    private void count(Outlet outlet, int source) {
        if (outlet.dense()) {
            for (int cell : cells.ofPopulation(outlet.target())) {
                add(cell, cells.neurons(cell));
            }
            return;
        }
        outlet.lists().visit(source, (delayTicks, targets, count) -> {
            for (int i = 0; i < count; i++) {
                int cell = cells.of(targets[i]);
                if (cell != Placement.OUTSIDE) {
                    add(cell, 1);
                }
            }
        });
    }

    private void add(int cell, int synapses) {
        if (countByCell[cell] == 0) {
            touched[touchedCount++] = cell;
        }
        countByCell[cell] += synapses;
    }

    /** A neuron mostly reaches many cells, whose marks in order are faster to read than numbers are to sort. */
    private void sortTouched() {
        if (touchedCount * WORDS_PER_SORTED < touchedMarks.length) {
            Arrays.sort(touched, 0, touchedCount);
            return;
        }
        for (int i = 0; i < touchedCount; i++) {
            touchedMarks[touched[i] >> 6] |= 1L << touched[i];
        }
        int next = 0;
        for (int word = 0; word < touchedMarks.length; word++) {
            for (long bits = touchedMarks[word]; bits != 0; bits &= bits - 1) {
                touched[next++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
            touchedMarks[word] = 0;
        }
    }
}
