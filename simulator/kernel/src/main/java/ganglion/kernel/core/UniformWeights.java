package ganglion.kernel.core;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numbers the weights of the uniform projections that end on each run of hosted neurons, in order of the first projection of
 * the network that has one: in this order they are added. Projections without synapses have no weight; but one whose synapses
 * all end elsewhere has that of the whole, so that the order is the same everywhere.
 */
final class UniformWeights {

    /** A weight that reaches a run of neurons. */
    private record Weight(int host, double weight) {}

    private final int[] numbers;
    private final Map<Weight, Integer> known = new HashMap<>();

    private UniformWeights(Inlet[] inlets, int hosts) {
        numbers = new int[inlets.length];
        int[] count = new int[hosts];
        IntStream.range(0, inlets.length)
                .filter(inlet -> inlets[inlet].uniform())
                .boxed()
                .sorted(Comparator.comparingInt(inlet -> inlets[inlet].projection()))
                .forEach(inlet -> numbers[inlet] = number(inlets[inlet], count));
    }

    private int number(Inlet from, int[] count) {
        Weight weight = new Weight(from.host(), from.synapses().weightAt(0));
        return known.computeIfAbsent(weight, any -> count[from.host()]++);
    }

    /** For each inlet the number of its weight among those of its run, from 0; 0 for inlets that are not uniform. */
    static int[] numbers(Inlet[] inlets, int hosts) {
        return new UniformWeights(inlets, hosts).numbers;
    }
}
