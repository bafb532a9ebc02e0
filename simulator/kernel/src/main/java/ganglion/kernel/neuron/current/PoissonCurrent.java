package ganglion.kernel.neuron.current;

import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import java.util.Objects;

/**
 * Independent Poisson spike trains into every neuron of a population, such as the external input of Brunel's network (J.
 * Comput. Neurosci. 8, 2000): at each tick, a Poisson count of events times a weight. Costs one random number per neuron and
 * tick, whatever the rate. The number of neuron {@code i} at tick {@code t} is {@code random.uniform(t neuronCount + i)}.
 *
 * @param eventsPerTick expected events for a neuron and tick, all its trains together
 * @param weight what one event adds
 * @param neuronCount size of the population
 * @param random stream of random numbers, used for nothing else
 */
public record PoissonCurrent(PoissonCounts eventsPerTick, double weight, int neuronCount, CounterRandom random)
        implements InputCurrent {

    /** @throws IllegalArgumentException if the weight is not finite */
    public PoissonCurrent {
        Objects.requireNonNull(eventsPerTick, "eventsPerTick");
        Objects.requireNonNull(random, "random");
        if (!NetworkNumbers.fits(weight)) {
            throw new IllegalArgumentException(
                    "the weight of Poisson input is " + weight + ", expected " + NetworkNumbers.EXPECTED);
        }
    }

    @Override
    public void checkSize(int populationSize) {
        if (populationSize != neuronCount) {
            throw new IllegalArgumentException(
                    "the Poisson input is for " + neuronCount + " neurons, but the population has " + populationSize);
        }
    }

    @Override
    public long nextTick(long tick) {
        return eventsPerTick.mean() > 0 && weight != 0 ? tick : Long.MAX_VALUE;
    }

    @Override
    public void addTo(long tick, int first, int size, double[] input, int positive, int negative) {
        int target = weight < 0 ? negative : positive;
        eventsPerTick.addTo(input, target, size, weight, random, tick * neuronCount + first);
    }
}
