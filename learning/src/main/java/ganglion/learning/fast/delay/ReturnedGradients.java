package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;

/**
 * Gradients of spikes that came back to their layer through delays, in one slice. The table has a row for each neuron that
 * fires.
 */
public final class ReturnedGradients {

    private final SpreadTable table;
    private final SynapseGradients gradients;
    private final TimeLine inputs;
    private final Arrivals arrivals;
    private final int size;
    private float[] sums = new float[0];

    /** @param table rows by source, columns by target */
    public ReturnedGradients(SpreadTable table, SliceGradients gradients) {
        this.table = table;
        this.gradients = new SynapseGradients(table, gradients);
        this.size = table.weight().rows().length;
        this.inputs = new TimeLine(size, table.longest());
        this.arrivals = new Arrivals(size);
    }

    /** Starts a batch. */
    public void begin(int steps, int samples) {
        inputs.begin(steps, samples);
        if (sums.length < samples) {
            sums = new float[samples];
        }
    }

    /** Notes the gradient with respect to the input of a sample at a step. */
    public void note(int step, int sample, float[] inputGradient) {
        inputs.put(step, sample, inputGradient);
    }

    /** Adds to the gradients of the spikes of a step, one row per sample, once those of the input of all later steps are there. */
    public void addToSpikes(float[][] spikeGradient, int step, int samples) {
        for (int source = 0; source < size; source++) {
            collect(source, step, samples);
            for (int b = 0; b < samples; b++) {
                spikeGradient[b][source] += sums[b];
            }
        }
    }

    private void collect(int source, int step, int samples) {
        int steps = table.steps();
        int[] first = table.first(source);
        float[] shares = table.shares(source);
        float[] weights = table.weight().rows()[source];
        for (int b = 0; b < samples; b++) {
            sums[b] = 0;
        }
        for (int i = 0; i < size; i++) {
            float[] gradient = inputs.row(i);
            for (int b = 0; b < samples; b++) {
                int place = inputs.place(step + 1 + first[i], b);
                sums[b] += weights[i] * SpreadLoops.product(shares, i * steps, gradient, place, steps);
            }
        }
    }

    /** Adds to the gradients of weights and delays, after all steps. */
    public void addGradients(SpikeRows spikes, int steps, int samples) {
        if (!gradients.wanted()) {
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
                gradients.add(source, target, arrivals, source, inputs.row(target), 1);
            }
        }
    }
}
