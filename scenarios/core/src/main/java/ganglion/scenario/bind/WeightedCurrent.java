package ganglion.scenario.bind;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.current.InputCurrent;
import java.util.Arrays;

/**
 * Numbers that flow into a population through synapses: what is heard at tick {@code t} flows, times the weight, at tick {@code t} and
 * the synapse's delay. For each neuron, inputs are summed in ascending order.
 *
 * @param ticks number of rows
 * @param size number of neurons
 * @param slice the neurons whose values are here
 * @param values of these neurons, row by tick; not copied
 * @param numbers what a device would have to compute for all neurons, with a frame in each row
 * @param identity a hash of what flows into all neurons
 */
record WeightedCurrent(int ticks, int size, TargetSlice slice, double[] values, NumberInput numbers, long identity)
        implements InputCurrent {

    private static final long MOST_VALUES = 200_000_000;

    /**
     * The current of an input into a population.
     *
     * @param synapses all of them
     * @param slice the neurons that will ask for what flows into them
     * @throws IllegalArgumentException if the current would not fit into memory
     */
    static WeightedCurrent of(String input, String population, float[][] rows, Synapses synapses, TargetSlice slice) {
        int size = slice.size();
        int ticks = rows.length == 0 ? 0 : rows.length + synapses.largestDelayTicks();
        if ((long) ticks * size > MOST_VALUES) {
            throw new IllegalArgumentException("found a current of " + ticks + " ticks into " + size
                    + " neurons, expected at most " + MOST_VALUES + " numbers in all");
        }
        double[] values = new double[ticks * size];
        for (Synapses part : synapses.within(slice.first(), slice.end())) {
            add(values, rows, part, slice);
        }
        long identity = 31 * NetworkFingerprint.partOf(synapses, 0) + Arrays.deepHashCode(rows);
        NumberInput numbers = NumberInput.of(input, population, synapses, rows);
        return new WeightedCurrent(ticks, synapses.targetSize(), slice, values, numbers, identity);
    }

    private static void add(double[] values, float[][] rows, Synapses synapses, TargetSlice slice) {
        for (int t = 0; t < rows.length && !slice.isEmpty(); t++) {
            for (int source = 0; source < rows[t].length; source++) {
                double number = rows[t][source];
                for (int k = 0; number != 0 && k < synapses.outDegree(source); k++) {
                    int target = synapses.target(source, k);
                    if (slice.holds(target)) {
                        int tick = t + synapses.delayTicks(source, k);
                        values[tick * slice.size() + target - slice.first()] += synapses.weight(source, k) * number;
                    }
                }
            }
        }
    }

    @Override
    public long nextTick(long tick) {
        return tick < ticks ? tick : Long.MAX_VALUE;
    }

    @Override
    public void addTo(long tick, int first, int count, double[] input, int positive, int negative) {
        int from = (int) tick * slice.size() + first - slice.first();
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
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

    /** Identifies the input in a checkpoint: by its numbers and weights, not by where they lie, nor by what is kept here. */
    @Override
    public String toString() {
        return "WeightedCurrent[" + size + ", " + Long.toHexString(identity) + "]";
    }
}
