package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.Products;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import java.util.Arrays;

/**
 * Gradients of spikes that came back to their layer through delays, in one slice. The table has a row for each neuron that
 * fires.
 */
public final class ReturnedGradients {

    /** Targets per block. The gradients of all samples at the targets of a block fit into the first-level cache. */
    private static final int TARGETS = 8;

    private final SpreadTable table;
    private final DelayMatrices matrices;
    private final SynapseGradients gradients;
    private final TimeLine inputs;
    private final SortedArrivals arrivals;
    private final int size;
    /** One sum for each source and sample. */
    private float[] sums = new float[0];
    /** What later steps have handed back to the spikes of each step and sample, with matrices. */
    private float[][] returned = new float[0][];

    /** @param synapses of the layer */
    public ReturnedGradients(RecurrentDelays synapses, SliceGradients gradients) {
        this.table = synapses.table();
        this.matrices = synapses.matrices();
        this.gradients = new SynapseGradients(table, gradients);
        this.size = table.weight().rows().length;
        this.inputs = new TimeLine(size, table.longest());
        this.arrivals = new SortedArrivals(size);
    }

    /** Starts a batch. */
    public void begin(int steps, int samples) {
        inputs.begin(steps, samples);
        if (sums.length < size * samples) {
            sums = new float[size * samples];
        }
        if (matrices.pay() && returned.length < steps * samples) {
            returned = new float[steps * samples][size];
        }
        for (float[] row : returned) {
            Arrays.fill(row, 0);
        }
    }

    /**
     * Notes the gradients with respect to the input of a step; steps come in descending order.
     *
     * @param inputGradients of all steps and samples, row by row
     */
    public void note(int step, int samples, float[][] inputGradients) {
        float[][] now = Arrays.copyOfRange(inputGradients, step * samples, (step + 1) * samples);
        for (int b = 0; b < samples; b++) {
            inputs.put(step, b, now[b]);
        }
        for (int delay = 0; matrices.pay() && delay <= Math.min(table.longest(), step - 1); delay++) {
            int fired = step - 1 - delay;
            float[][] rows = Arrays.copyOfRange(returned, fired * samples, (fired + 1) * samples);
            Products.addScaledRows(rows, samples, now, matrices.byTarget(delay), size, size);
        }
    }

    /** Adds to the gradients of the spikes of a step, one row per sample, once those of the input of all later steps are there. */
    public void addToSpikes(float[][] spikeGradient, int step, int samples) {
        if (matrices.pay()) {
            for (int b = 0; b < samples; b++) {
                Kernels.add(spikeGradient[b], returned[step * samples + b], size);
            }
        } else {
            addBySynapse(spikeGradient, step, samples);
        }
    }

    private void addBySynapse(float[][] spikeGradient, int step, int samples) {
        Arrays.fill(sums, 0, size * samples, 0);
        for (int from = 0; from < size; from += TARGETS) {
            for (int source = 0; source < size; source++) {
                collect(source, from, Math.min(size, from + TARGETS), step, samples);
            }
        }
        for (int b = 0; b < samples; b++) {
            for (int source = 0; source < size; source++) {
                spikeGradient[b][source] += sums[source * samples + b];
            }
        }
    }

    /** Adds to the sums of a source what the targets {@code from} to {@code until - 1} hand back. */
    private void collect(int source, int from, int until, int step, int samples) {
        int steps = table.steps();
        int[] first = table.first(source);
        float[] shares = table.shares(source);
        float[] weights = table.weight().rows()[source];
        for (int i = from; i < until; i++) {
            SpreadLoops.meet(
                    sums,
                    source * samples,
                    samples,
                    inputs.row(i),
                    inputs.place(step + 1 + first[i], 0),
                    inputs.stride(),
                    weights[i],
                    shares,
                    i * steps,
                    inputs.reach(first[i], steps));
        }
    }

    /** Adds to the gradients of weights and delays, after all steps. */
    public void addGradients(SpikeRows spikes, int steps, int samples) {
        if (!gradients.begin(inputs)) {
            return;
        }
        arrivals.clear();
        for (int t = 0; t + 1 < steps; t++) {
            for (int b = 0; b < samples; b++) {
                arrivals.add(spikes, t * samples + b, inputs.place(t, b));
            }
        }
        arrivals.sort();
        for (int source = 0; source < size; source++) {
            for (int target = 0; target < size; target++) {
                gradients.add(source, target, arrivals, source, target, 1);
            }
        }
    }
}
