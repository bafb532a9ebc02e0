package ganglion.scenario.bind;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.current.InputCurrent;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers that come while the run goes on and flow into a population through synapses, as in a {@link WeightedCurrent}: what comes at tick {@code t} flows, times
 * the weight, at tick {@code t} and the synapse's delay. The same sums to the last bit.
 *
 * <p>The numbers of a tick are {@linkplain #put put} here while the run is at rest before that tick. Holds a sum for each neuron and each tick up to the largest
 * delay, so that memory is constant however long the run. Belongs to one run; not thread-safe but for what {@link ganglion.kernel.neuron.source.OpenSource} says.
 */
final class OpenCurrent implements InputCurrent {

    private final String source;
    private final String target;
    private final int size;
    private final Synapses synapses;
    private final List<StoredSynapses> parts;

    /** The sums of tick {@code t} lie in row {@code t} modulo the number of rows. */
    private final double[][] sums;

    /** The tick whose numbers came last. */
    private long tick = -1;

    /**
     * @param source name of the input
     * @param target name of the population
     * @param synapses all of them, from the numbers to the neurons
     */
    OpenCurrent(String source, String target, Synapses synapses) {
        this.source = source;
        this.target = target;
        this.size = synapses.targetSize();
        this.synapses = synapses;
        this.parts = synapses.within(0, size);
        this.sums = new double[synapses.largestDelayTicks() + 1][size];
    }

    /** What a device would have to compute for some rows of numbers, one a tick. */
    NumberInput numbers(float[][] rows) {
        return NumberInput.of(source, target, synapses, rows);
    }

    /**
     * Gives the numbers of a tick. To be called for every tick.
     *
     * @param numbers one for each source; not kept
     * @throws IllegalArgumentException if a tick is left out or comes again
     */
    void put(long numbersTick, float[] numbers) {
        if (numbersTick != tick + 1) {
            throw new IllegalArgumentException(
                    "found numbers of tick " + numbersTick + ", expected those of tick " + (tick + 1));
        }
        if (tick >= 0) {
            Arrays.fill(row(tick), 0);
        }
        tick = numbersTick;
        parts.forEach(part -> add(part, numbers));
    }

    private void add(StoredSynapses part, float[] numbers) {
        for (int from = 0; from < numbers.length; from++) {
            double number = numbers[from];
            for (int k = 0; number != 0 && k < part.outDegree(from); k++) {
                row(tick + part.delayTicks(from, k))[part.target(from, k)] += part.weight(from, k) * number;
            }
        }
    }

    private double[] row(long ofTick) {
        return sums[(int) (ofTick % sums.length)];
    }

    @Override
    public long nextTick(long from) {
        return from;
    }

    @Override
    public void addTo(long atTick, int first, int count, double[] input, int positive, int negative) {
        double[] values = row(atTick);
        for (int i = 0; i < count; i++) {
            double value = values[first + i];
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

    @Override
    public String toString() {
        return "OpenCurrent[" + source + " -> " + target + "]";
    }
}
