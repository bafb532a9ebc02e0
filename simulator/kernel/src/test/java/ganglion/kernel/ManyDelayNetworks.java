package ganglion.kernel;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Networks of rows long enough, with delays few enough, that they are added ahead of their ticks where sums are exact: spike
 * sources and two populations of neurons that reach each other. The same for the same seed.
 */
public final class ManyDelayNetworks {

    /** Small: more make the oracle slow. */
    private static final int SYNAPSES_A_ROW = 100;

    private static final int SIZE = 60;

    private ManyDelayNetworks() {}

    /** Weights that are multiples of one power of two. */
    public static Network exact(long seed, int ticks) {
        return create(seed, ticks, weight -> Math.rint(weight * 1024) / 1024);
    }

    /** Weights of which some are much smaller than others, so that sums depend on the order. */
    public static Network inexact(long seed, int ticks) {
        Random random = new Random(seed);
        return create(seed, ticks, weight -> random.nextInt(50) == 0 ? (float) weight * 1e-16f : (float) weight);
    }

    private static Network create(long seed, int ticks, DoubleUnaryOperator rounding) {
        Random random = new Random(seed);
        Population source = new Population("source", SIZE, RandomNetworks.source(random, SIZE, ticks));
        Population one = new Population("one", SIZE, RandomNetworks.model(random, SIZE), random.nextInt(10));
        Population two = new Population("two", SIZE, RandomNetworks.model(random, SIZE));
        return new Network(
                List.of(source, one, two),
                List.of(
                        projection(random, source, one, rounding),
                        projection(random, source, two, rounding),
                        projection(random, one, two, rounding),
                        projection(random, two, one, rounding)));
    }

    private static Projection projection(
            Random random, Population source, Population target, DoubleUnaryOperator rounding) {
        return new Projection(source.name(), target.name(), synapses(random, source.size(), target.size(), rounding));
    }

    private static Synapses synapses(Random random, int sources, int targets, DoubleUnaryOperator rounding) {
        double scale = 4.0 / SYNAPSES_A_ROW;
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        int smallest = 1 + random.nextInt(5);
        int step = 1 + random.nextInt(2);
        for (int source = 0; source < sources; source++) {
            for (int i = 0; i < SYNAPSES_A_ROW; i++) {
                double weight = rounding.applyAsDouble(scale * (2 * random.nextDouble() - 0.8));
                builder.add(source, random.nextInt(targets), weight, smallest + step * random.nextInt(4));
            }
        }
        return builder.build();
    }
}
