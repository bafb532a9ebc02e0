package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connector;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.Partners;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;

/** What the generator of the benchmark networks draws: random numbers of fixed seeds, by index. */
final class Netgen {

    static final CounterRandom GRAPH = new CounterRandom(1001);
    static final CounterRandom EXTERNAL = new CounterRandom(1002);
    static final CounterRandom INITIAL_POTENTIAL = new CounterRandom(1003);
    static final CounterRandom WEIGHT = new CounterRandom(1004);
    static final CounterRandom INPUT = new CounterRandom(1005);
    static final CounterRandom DELAY = new CounterRandom(1006);

    private Netgen() {}

    /** Initial potentials from {@code low} to {@code high} of the neurons {@code first} to {@code first + size - 1}. */
    static NeuronValues initialPotentials(int first, int size, double low, double high) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = low + (high - low) * INITIAL_POTENTIAL.uniform(first + i);
        }
        return NeuronValues.each(values);
    }

    /**
     * Part of a fixed in-degree rule over several source populations: input {@code j} of target {@code t} is drawn with the
     * index {@code t * inDegree + j}, with inputs and targets numbered over all populations.
     *
     * @param inDegree number of inputs of a target, from all populations
     * @param firstInput number of the first input that comes from this source population
     * @param inputs how many come from it
     * @param firstTarget number of the first neuron of the target population
     */
    record InputsOf(int inDegree, int firstInput, int inputs, int firstTarget) implements Connector {

        @Override
        public Lists lists() {
            return Lists.SOURCES;
        }

        @Override
        public void list(Ends ends, int target, Partners partners) {
            long index = (long) (firstTarget + target) * inDegree + firstInput;
            for (int j = 0; j < inputs; j++) {
                partners.add(GRAPH.below(index + j, ends.sourceSize()));
            }
        }
    }

    /**
     * Poisson input to part of a network: that of neuron {@code i} at tick {@code t} is drawn with the index {@code t *
     * neurons + i}, with neurons numbered over all populations.
     *
     * @param events number of events in a tick
     * @param weight what an event adds, above 0
     * @param neurons number of neurons of all populations
     * @param first number of the first neuron of the population
     */
    record ExternalInput(PoissonCounts events, double weight, int neurons, int first) implements InputCurrent {

        @Override
        public long nextTick(long tick) {
            return tick;
        }

        @Override
        public void addTo(long tick, int from, int size, double[] input, int positive, int negative) {
            events.addTo(input, positive, size, weight, EXTERNAL, tick * neurons + first + from);
        }
    }

    /**
     * Part of a Bernoulli rule over several populations: the pair of source {@code s} and target {@code t} is drawn with the
     * index {@code s * neurons + t}, with neurons numbered over all populations.
     */
    record Pairs(double probability, int neurons, int firstSource, int firstTarget) implements Connector {

        @Override
        public Lists lists() {
            return Lists.TARGETS;
        }

        @Override
        public void list(Ends ends, int source, Partners partners) {
            long index = (long) (firstSource + source) * neurons + firstTarget;
            for (int target = 0; target < ends.targetSize(); target++) {
                if (GRAPH.uniform(index + target) < probability) {
                    partners.add(target);
                }
            }
        }
    }
}
