package ganglion.kernel.neuron.current;

import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.random.CounterRandom;
import java.util.Objects;

/**
 * Gaussian white noise, independent for each neuron: a new value every {@code holdTicks} ticks, which flows until the next. The
 * {@code k}-th value of neuron {@code i} is {@code mean + standardDeviation random.gaussian(k neuronCount + i)}.
 *
 * @param mean of what is added to the summed input at every tick
 * @param standardDeviation of the same, at least 0
 * @param holdTicks number of ticks for which a value flows, at least 1
 * @param neuronCount size of the population
 * @param random stream of random numbers, used for nothing else
 */
public record NoiseCurrent(double mean, double standardDeviation, int holdTicks, int neuronCount, CounterRandom random)
        implements InputCurrent {

    /** @throws IllegalArgumentException if a parameter is out of range */
    public NoiseCurrent {
        Objects.requireNonNull(random, "random");
        if (!NetworkNumbers.fits(mean)) {
            throw new IllegalArgumentException(
                    "the mean of a noise current is " + mean + ", expected " + NetworkNumbers.EXPECTED);
        }
        if (!(standardDeviation >= 0 && NetworkNumbers.fits(standardDeviation))) {
            throw new IllegalArgumentException("the standard deviation of a noise current is " + standardDeviation
                    + ", expected " + NetworkNumbers.EXPECTED + ", 0 or more");
        }
        if (holdTicks < 1) {
            throw new IllegalArgumentException(
                    "a value of a noise current holds for " + holdTicks + " ticks, expected 1 or more");
        }
    }

    @Override
    public void checkSize(int populationSize) {
        if (populationSize != neuronCount) {
            throw new IllegalArgumentException(
                    "the noise current is for " + neuronCount + " neurons, but the population has " + populationSize);
        }
    }

    @Override
    public long nextTick(long tick) {
        return tick;
    }

    @Override
    public long steadyUntil(long tick) {
        return tick - tick % holdTicks + holdTicks - 1;
    }

    @Override
    public void addTo(long tick, int first, int size, double[] input, int positive, int negative) {
        long counter = tick / holdTicks * neuronCount + first;
        for (int i = 0; i < size; i++) {
            double value = mean + standardDeviation * random.gaussian(counter + i);
            input[(value < 0 ? negative : positive) + i] += value;
        }
    }
}
