package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.SpikeRows;
import java.util.Arrays;

/**
 * Spikes of a layer on their way back to it, in one slice: what each neuron will receive at the steps to come, in a ring of steps.
 * The table has a row for each neuron that fires. A spike arrives one step and its delay after it was fired.
 */
public final class SpikesUnderWay {

    private final SpreadTable table;
    private final int size;
    /** Steps in the ring of a neuron, a power of two. */
    private final int ring;

    private float[][] coming = new float[0][];

    /** @param table rows by source, columns by target */
    public SpikesUnderWay(SpreadTable table) {
        this.table = table;
        this.size = table.weight().rows().length;
        this.ring = Integer.highestOneBit(table.longest()) << 1;
    }

    /** Starts a batch: nothing is under way. */
    public void begin(int samples) {
        if (coming.length < samples) {
            coming = new float[samples][size * ring];
        }
        for (float[] ofSample : coming) {
            Arrays.fill(ofSample, 0);
        }
    }

    /** Sends the spikes that a sample fired at a step, which are a row of {@code spikes}. */
    public void send(SpikeRows spikes, int row, int sample, int step) {
        float[] ofSample = coming[sample];
        int steps = table.steps();
        for (int k = spikes.start(row); k < spikes.end(row); k++) {
            int source = spikes.indices()[k];
            int[] first = table.first(source);
            float[] shares = table.shares(source);
            float[] weights = table.weight().rows()[source];
            for (int i = 0; i < size; i++) {
                int place = step + 1 + first[i] & ring - 1;
                int before = Math.min(steps, ring - place);
                add(ofSample, i * ring + place, weights[i], shares, i * steps, before);
                add(ofSample, i * ring, weights[i], shares, i * steps + before, steps - before);
            }
        }
    }

    private static void add(float[] to, int place, float weight, float[] shares, int at, int steps) {
        for (int j = 0; j < steps; j++) {
            to[place + j] += weight * shares[at + j];
        }
    }

    /** Adds what arrives for a sample at a step to the input of the neurons; steps come in order. */
    public void arrive(int sample, int step, float[] input) {
        float[] ofSample = coming[sample];
        int place = step & ring - 1;
        for (int i = 0; i < size; i++) {
            input[i] += ofSample[place];
            ofSample[place] = 0;
            place += ring;
        }
    }
}
