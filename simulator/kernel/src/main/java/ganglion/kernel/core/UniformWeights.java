package ganglion.kernel.core;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers the weights of the uniform projections that end on each run of hosted neurons, in order of the first projection of
 * the network that has one: in this order they are added. Projections without synapses have no weight; but one whose synapses
 * all end elsewhere has that of the whole, so that the order is the same everywhere.
 */
final class UniformWeights {

    private final int[] numbers;

    /** The weights that reach each run of neurons, and their numbers. */
    private final List<Map<Double, Integer>> known;

    private UniformWeights(Inlet[] inlets, int hosts) {
        numbers = new int[inlets.length];
        known = Stream.generate(() -> (Map<Double, Integer>) new HashMap<Double, Integer>())
                .limit(hosts)
                .toList();
        IntStream.range(0, inlets.length)
                .filter(inlet -> inlets[inlet].uniform())
                .boxed()
                .sorted(Comparator.comparingInt(inlet -> inlets[inlet].projection()))
                .forEach(inlet -> numbers[inlet] = number(inlets[inlet]));
    }

    private int number(Inlet from) {
        Map<Double, Integer> weights = known.get(from.host());
        double weight = from.synapses().weightAt(0);
        Integer number = weights.get(weight);
        if (number == null) {
            number = weights.size();
            weights.put(weight, number);
        }
        return number;
    }

    /** For each inlet the number of its weight among those of its run, from 0; 0 for inlets that are not uniform. */
    static int[] numbers(Inlet[] inlets, int hosts) {
        return new UniformWeights(inlets, hosts).numbers;
    }
}
