package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SpikeRows;
import java.util.Arrays;

/**
 * Spikes of a layer on their way back to it, in one slice: what each neuron will receive at the steps to come, in a ring of steps.
 * A spike arrives one step and its delay after it was fired; if that is after the last step, it goes nowhere.
 */
public final class SpikesUnderWay {

    private final SpreadTable table;
    private final DelayMatrices matrices;
    private final int size;
    private final int longestRing;
    /** Steps in the ring, a power of two: no more than the samples have. */
    private int ring;

    private int steps;

    /** For each sample one row per step of the ring. */
    private float[][][] coming = new float[0][][];

    /** @param synapses of the layer */
    public SpikesUnderWay(RecurrentDelays synapses) {
        this.table = synapses.table();
        this.matrices = synapses.matrices();
        this.size = table.weight().rows().length;
        this.longestRing = Integer.highestOneBit(table.longest()) << 1;
    }

    /** Starts a batch: nothing is under way. */
    public void begin(int stepCount, int samples) {
        steps = stepCount;
        int needed = Math.min(longestRing, Integer.highestOneBit(Math.max(1, steps - 1)) << 1);
        if (coming.length < samples || ring < needed) {
            ring = Math.max(ring, needed);
            coming = new float[samples][ring][size];
        }
        for (float[][] ofSample : coming) {
            for (float[] row : ofSample) {
                Arrays.fill(row, 0);
            }
        }
    }

    /** Sends the spikes that a sample fired at a step, which are a row of {@code spikes}. */
    public void send(SpikeRows spikes, int row, int sample, int step) {
        if (matrices.pay()) {
            for (int delay = 0; delay <= Math.min(table.longest(), steps - 2 - step); delay++) {
                spikes.gather(row, matrices.bySource(delay), coming[sample][step + 1 + delay & ring - 1]);
            }
            return;
        }
        for (int k = spikes.start(row); k < spikes.end(row); k++) {
            if (table.steps() == 1) {
                send(coming[sample], spikes.indices()[k], step + 1);
            } else {
                spread(coming[sample], spikes.indices()[k], step + 1);
            }
        }
    }

    /** Sends a spike of one neuron whole, as after training. */
    private void send(float[][] to, int source, int next) {
        int[] first = table.first(source);
        float[] weights = table.weight().rows()[source];
        for (int i = 0; i < size; i++) {
            int at = next + first[i];
            if (at < steps) {
                to[at & ring - 1][i] += weights[i];
            }
        }
    }

    /** Sends a spike of one neuron, from synapse to synapse. */
    private void spread(float[][] to, int source, int next) {
        int spread = table.steps();
        int[] first = table.first(source);
        float[] shares = table.shares(source);
        float[] weights = table.weight().rows()[source];
        for (int i = 0; i < size; i++) {
            int at = next + first[i];
            for (int j = 0; j < spread && at + j < steps; j++) {
                to[at + j & ring - 1][i] += weights[i] * shares[i * spread + j];
            }
        }
    }

    /** Adds what arrives for a sample at a step to the input of the neurons; steps come in order. */
    public void arrive(int sample, int step, float[] input) {
        float[] arriving = coming[sample][step & ring - 1];
        Kernels.add(input, arriving, size);
        Arrays.fill(arriving, 0);
    }
}
