package ganglion.kernel;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Networks of which most projections are uniform, with weights whose multiples are rounded: two spike sources and three
 * populations, one of which starts late, joined by several projections of few different weights, with twins and autapses, and
 * sometimes by a varied one. The same for the same seed.
 */
public final class UniformNetworks {

    private static final double[] WEIGHTS = {0.1, -0.07, 0.03, 1.0 / 3};

    private UniformNetworks() {}

    /** @param size number of neurons of the largest populations */
    public static Network create(long seed, int size, int ticks) {
        Random random = new Random(seed);
        List<Population> populations = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int sources = size / 2 + random.nextInt(size / 2);
            populations.add(new Population("source" + i, sources, RandomNetworks.source(random, sources, ticks)));
        }
        for (int i = 0; i < 3; i++) {
            int neurons = i == 0 ? size : 1 + random.nextInt(size);
            long start = i == 1 ? random.nextInt(20) : 0;
            populations.add(new Population("neurons" + i, neurons, RandomNetworks.model(random, neurons), start));
        }
        List<Projection> projections = new ArrayList<>();
        for (Population target : populations.subList(2, populations.size())) {
            int inputs = 2 + random.nextInt(5);
            for (int i = 0; i < inputs; i++) {
                Population source = populations.get(random.nextInt(populations.size()));
                projections.add(new Projection(source.name(), target.name(), synapses(random, source, target)));
            }
        }
        return new Network(populations, projections);
    }

    private static Synapses synapses(Random random, Population source, Population target) {
        int delay = 1 + random.nextInt(5);
        double weight = WEIGHTS[random.nextInt(WEIGHTS.length)];
        if (random.nextInt(8) == 0) {
            double[] matrix = new double[source.size() * target.size()];
            Arrays.fill(matrix, weight / 10);
            return new DenseSynapses(source.size(), target.size(), matrix, delay);
        }
        boolean varied = random.nextInt(6) == 0;
        // From a few synapses a row to a third of the targets.
        double density = Math.pow(10, -0.5 - 2 * random.nextDouble());
        int count = 1 + (int) (density * source.size() * target.size());
        SparseSynapses.Builder builder = SparseSynapses.builder(source.size(), target.size());
        for (int i = 0; i < count; i++) {
            builder.add(
                    random.nextInt(source.size()),
                    random.nextInt(target.size()),
                    varied ? weight * random.nextDouble() : weight,
                    delay);
        }
        return builder.build();
    }
}
