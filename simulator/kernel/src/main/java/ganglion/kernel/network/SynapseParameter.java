package ganglion.kernel.network;

import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
import java.util.Arrays;
import java.util.Objects;

/**
 * A weight or a delay as a function of the synapse, so that it can be computed anywhere and in any order: by several
 * threads, and twice, once to find the smallest layout and once to fill it. Implementations are pure functions.
 */
@FunctionalInterface
public interface SynapseParameter {

    /**
     * The value for a synapse: a weight in units of the target's threshold variable, or a delay in ticks, which is rounded.
     *
     * @param source source neuron, by position in its population
     * @param target target neuron, by position in its population
     * @param twin 0 for the first synapse between the two neurons, 1 for the second, and so on
     */
    double at(int source, int target, int twin);

    /**
     * The values of successive synapses of one source neuron: one call for a whole row.
     *
     * @param targets their targets from {@code from} to {@code until - 1}, ascending, so that twins are neighbours and the
     *     first of them is at {@code from} or after
     * @param values receives the values, from 0 on
     */
    default void fill(int source, int[] targets, int from, int until, double[] values) {
        int twin = 0;
        for (int i = from; i < until; i++) {
            twin = i > from && targets[i - 1] == targets[i] ? twin + 1 : 0;
            values[i - from] = at(source, targets[i], twin);
        }
    }

    /** The same value for every synapse. */
    static SynapseParameter constant(double value) {
        return new Constant(value);
    }

    /** A separate value for every synapse, drawn from a distribution. */
    static SynapseParameter drawn(Distribution distribution, CounterRandom random) {
        return new Drawn(distribution, random);
    }

    /** See {@link #constant}. */
    record Constant(double value) implements SynapseParameter {

        @Override
        public double at(int source, int target, int twin) {
            return value;
        }

        @Override
        public void fill(int source, int[] targets, int from, int until, double[] values) {
            Arrays.fill(values, 0, until - from, value);
        }
    }

    /** See {@link #drawn}. */
    record Drawn(Distribution distribution, CounterRandom random) implements SynapseParameter {

        public Drawn {
            Objects.requireNonNull(distribution, "distribution");
            Objects.requireNonNull(random, "random");
        }

        @Override
        public double at(int source, int target, int twin) {
            CounterRandom ofTwin = twin == 0 ? random : random.branch(twin);
            return distribution.draw(ofTwin, (long) source << Integer.SIZE | target);
        }

        /** Draws all as if none were a twin, which is faster than one by one, and then the twins again. */
        @Override
        public void fill(int source, int[] targets, int from, int until, double[] values) {
            distribution.drawEach(random, (long) source << Integer.SIZE, targets, from, until, values);
            int twin = 0;
            for (int i = from + 1; i < until; i++) {
                twin = targets[i - 1] == targets[i] ? twin + 1 : 0;
                if (twin > 0) {
                    values[i - from] = at(source, targets[i], twin);
                }
            }
        }
    }
}
