package ganglion.kernel;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Networks of rows with many delays, beside others: spike sources and two populations of neurons that reach each other. Some
 * weights are much smaller than others, so that sums depend on their order. The same for the same seed.
 */
public final class ManyDelayNetworks {

    private static final int SIZE = 60;

    private ManyDelayNetworks() {}

    /** @param largestDelay of any synapse, in ticks */
    public static Network create(long seed, int ticks, int largestDelay) {
        Random random = new Random(seed);
        Population source = new Population("source", SIZE, RandomNetworks.source(random, SIZE, ticks));
        Population one = new Population("one", SIZE, RandomNetworks.model(random, SIZE), random.nextInt(10));
        Population two = new Population("two", SIZE, RandomNetworks.model(random, SIZE));
        List<Projection> projections = new ArrayList<>();
        for (Population from : List.of(source, one, two)) {
            for (Population to : List.of(one, two)) {
                if (from != to) {
                    projections.add(
                            new Projection(from.name(), to.name(), rows(random, 1 + random.nextInt(largestDelay))));
                }
                if (random.nextInt(4) == 0) {
                    projections.add(new Projection(from.name(), to.name(), oneDelay(random, largestDelay)));
                }
            }
        }
        return new Network(List.of(source, one, two), projections);
    }

    /** Rows of a few to some hundreds of synapses, of which each has its own delay. */
    private static Synapses rows(Random random, int largestDelay) {
        SparseSynapses.Builder builder = SparseSynapses.builder(SIZE, SIZE);
        int most = 4 + random.nextInt(random.nextInt(3) == 0 ? 400 : 97);
        int smallest = 1 + random.nextInt(Math.min(5, largestDelay));
        DoubleSupplier weight = weights(random, 4.0 / most);
        for (int i = 0; i < SIZE * most; i++) {
            int delay = smallest + random.nextInt(largestDelay - smallest + 1);
            builder.add(random.nextInt(SIZE), random.nextInt(SIZE), weight.getAsDouble(), delay);
        }
        return builder.build();
    }

    /** A matrix of one delay, often of one weight. */
    private static Synapses oneDelay(Random random, int largestDelay) {
        DoubleSupplier weight = weights(random, 2.0 / SIZE);
        double[] matrix = new double[SIZE * SIZE];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = weight.getAsDouble();
        }
        return new DenseSynapses(SIZE, SIZE, matrix, 1 + random.nextInt(largestDelay));
    }

    /** All alike, floats, or doubles. */
    private static DoubleSupplier weights(Random random, double scale) {
        double shared = scale * (2 * random.nextDouble() - 0.5);
        return switch (random.nextInt(3)) {
            case 0 -> () -> shared;
            case 1 -> () -> (float) next(random, scale);
            default -> () -> next(random, scale);
        };
    }

    private static double next(Random random, double scale) {
        double weight = scale * (2 * random.nextDouble() - 0.8);
        return random.nextInt(50) == 0 ? 1e-16 * weight : weight;
    }
}
