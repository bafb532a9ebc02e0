package ganglion.scenario.bind;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.current.InputCurrent;
import java.util.Arrays;

/**
 * Numbers that flow into a population through synapses: what is heard at tick {@code t} flows, times the weight, at tick {@code t} and
 * the synapse's delay. For each neuron, inputs are summed in ascending order.
 *
 * @param ticks number of rows
 * @param size number of neurons
 * @param values row by tick; not copied
 * @param numbers what a device would have to compute for it, with a frame in each row
 */
record WeightedCurrent(int ticks, int size, double[] values, NumberInput numbers) implements InputCurrent {

    private static final long MOST_VALUES = 200_000_000;

    /**
     * The current of an input into a population.
     *
     * @throws IllegalArgumentException if the current would not fit into memory
     */
    static WeightedCurrent of(String input, String population, float[][] rows, Synapses synapses) {
        int size = synapses.targetSize();
        int longest = longestDelay(synapses);
        int ticks = rows.length == 0 ? 0 : rows.length + longest;
        if ((long) ticks * size > MOST_VALUES) {
            throw new IllegalArgumentException("found a current of " + ticks + " ticks into " + size
                    + " neurons, expected at most " + MOST_VALUES + " numbers in all");
        }
        double[] values = new double[ticks * size];
        for (int t = 0; t < rows.length; t++) {
            for (int source = 0; source < rows[t].length; source++) {
                double number = rows[t][source];
                for (int k = 0; number != 0 && k < synapses.outDegree(source); k++) {
                    int tick = t + synapses.delayTicks(source, k);
                    values[tick * size + synapses.target(source, k)] += synapses.weight(source, k) * number;
                }
            }
        }
        return new WeightedCurrent(ticks, size, values, NumberInput.of(input, population, synapses, rows));
    }

    private static int longestDelay(Synapses synapses) {
        int longest = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            // Rows are in ascending order of delay.
            int last = synapses.outDegree(source) - 1;
            longest = last < 0 ? longest : Math.max(longest, synapses.delayTicks(source, last));
        }
        return longest;
    }

    @Override
    public long nextTick(long tick) {
        return tick < ticks ? tick : Long.MAX_VALUE;
    }

    @Override
    public void addTo(long tick, int first, int count, double[] input, int positive, int negative) {
        int row = (int) tick * size;
        for (int i = 0; i < count; i++) {
            double value = values[row + first + i];
            input[(value < 0 ? negative : positive) + i] += value;
        }
    }

    @Override
    public void checkSize(int populationSize) {
        if (populationSize != size) {
            throw new IllegalArgumentException(
                    "the current is for " + size + " neurons, but the population has " + populationSize);
        }
    }

    /** Identifies the input in a checkpoint: by its numbers, not by where they lie. */
    @Override
    public String toString() {
        return "WeightedCurrent[" + size + ", " + Integer.toHexString(Arrays.hashCode(values)) + "]";
    }
}
