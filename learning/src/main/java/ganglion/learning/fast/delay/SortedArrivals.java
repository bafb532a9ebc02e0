package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import java.util.Arrays;

/** Spikes, or numbers that are not zero, of all steps and samples, sorted by the neuron that they come from. */
public final class SortedArrivals {

    private final int[] starts;
    private int count;
    private int[] neurons = new int[0];
    private int[] given = new int[0];
    private float[] givenValues = new float[0];
    private int[] places = new int[0];
    private float[] values = new float[0];

    /** @param size number of neurons */
    public SortedArrivals(int size) {
        this.starts = new int[size + 1];
    }

    /** Forgets all. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds the input of one sample at one step.
     *
     * @param place of that step in a {@link SynapseDelayLine.TimeLine}
     */
    public void add(StepInput input, int sample, int place) {
        if (input.isSpikes()) {
            add(input.spikes(), input.row(sample), place);
            return;
        }
        float[] row = input.rows()[sample];
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                add(i, place, row[i]);
            }
        }
    }

    /** Adds the spikes of a row. */
    public void add(SpikeRows spikes, int row, int place) {
        for (int k = spikes.start(row); k < spikes.end(row); k++) {
            add(spikes.indices()[k], place, 1);
        }
    }

    private void add(int neuron, int place, float value) {
        if (count == neurons.length) {
            int room = Math.max(1 << 10, 2 * count);
            neurons = Arrays.copyOf(neurons, room);
            given = Arrays.copyOf(given, room);
            givenValues = Arrays.copyOf(givenValues, room);
        }
        neurons[count] = neuron;
        given[count] = place;
        givenValues[count++] = value;
    }

    /** Sorts what was added; those of one neuron stay in the order in which they came. */
    public void sort() {
        if (places.length < count) {
            places = new int[neurons.length];
            values = new float[neurons.length];
        }
        Arrays.fill(starts, 0);
        for (int k = 0; k < count; k++) {
            starts[neurons[k] + 1]++;
        }
        for (int i = 0; i + 1 < starts.length; i++) {
            starts[i + 1] += starts[i];
        }
        for (int k = 0; k < count; k++) {
            int at = starts[neurons[k]]++;
            places[at] = given[k];
            values[at] = givenValues[k];
        }
        // Each start has moved to the next one's place.
        System.arraycopy(starts, 0, starts, 1, starts.length - 1);
        starts[0] = 0;
    }

    /** Number of the first arrival of a neuron. */
    int start(int neuron) {
        return starts[neuron];
    }

    /** Number behind the last arrival of a neuron. */
    int end(int neuron) {
        return starts[neuron + 1];
    }

    /** Places of all arrivals, by number. */
    int[] places() {
        return places;
    }

    /** Their values, 1 for a spike. */
    float[] values() {
        return values;
    }
}
