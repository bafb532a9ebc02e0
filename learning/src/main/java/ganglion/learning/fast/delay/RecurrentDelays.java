package ganglion.learning.fast.delay;

import ganglion.kernel.parallel.TaskRunner;

/** The delayed synapses of a layer onto itself. Shared by all slices. */
public final class RecurrentDelays {

    private final SpreadTable table;
    private final DelayMatrices matrices;

    /** @param table rows by source, columns by target */
    public RecurrentDelays(SpreadTable table) {
        this.table = table;
        this.matrices = new DelayMatrices(table);
    }

    /** Reads the present weights and delays, for a training step. */
    public void spread(double progress, TaskRunner workers) {
        table.spread(progress, workers);
        matrices.read(workers);
    }

    /** Reads them rounded to whole steps. */
    public void round(TaskRunner workers) {
        table.round(workers);
    }

    SpreadTable table() {
        return table;
    }

    DelayMatrices matrices() {
        return matrices;
    }
}
