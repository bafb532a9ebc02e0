package ganglion.learning.compile;

import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.learning.reference.layer.Sequence;

/**
 * A sample's numbers as a current: the row of step {@code t} flows at tick {@code t + 1}, and afterwards only what always flows.
 *
 * @param steps number of rows
 * @param size number of neurons
 * @param values row by step
 * @param after what flows after the last row
 */
record SampleCurrent(int steps, int size, double[] values, double[] after) implements InputCurrent {

    /**
     * The current of a sequence of one sample.
     *
     * @param constant what flows besides, at all steps
     */
    static SampleCurrent of(Sequence current, double[] constant) {
        double[] values = current.values().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] += constant[k % constant.length];
        }
        return new SampleCurrent(current.steps(), current.size(), values, constant);
    }

    @Override
    public long nextTick(long tick) {
        return Math.max(1, tick);
    }

    @Override
    public void addTo(long tick, int first, int count, double[] input, int positive, int negative) {
        boolean inside = tick <= steps;
        int row = inside ? (int) (tick - 1) * size : 0;
        for (int i = 0; i < count; i++) {
            double value = inside ? values[row + first + i] : after[first + i];
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
}
