package ganglion.kernel.core;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;

/** A run of neurons in its core: where it sits, and what reaches it at the tick being run. */
final class HostedGroup {

    /** State of the neurons. */
    final NeuronGroup neurons;

    /** Number of neurons. */
    final int size;

    /** Number of neurons that count as updated when all are visited: none in a spike source. */
    final int countedSize;

    /** Position of the first neuron's input among the core's summed inputs. */
    final int offset;

    /** Number of summed inputs: one a neuron and channel. */
    final int inputs;

    /** Network-wide number of the first neuron. */
    final int firstNeuron;

    /** Synaptic events at the current tick. */
    int reach;

    /** Neurons to visit at the current tick, by position, if they are visited one by one; with repeats. */
    final IntList reached = new IntList();

    private double[] trace;
    private long tracedTicks;

    HostedGroup(Network network, HostedNeurons run, int offset, boolean traced) {
        Population population = network.populations().get(run.population());
        this.neurons = population.model().createGroup(run.first(), run.size());
        this.size = run.size();
        this.countedSize = population.model().takesInput() ? run.size() : 0;
        this.offset = offset;
        this.inputs = run.size() * population.model().inputChannels();
        this.firstNeuron = network.firstNeuron(run.population()) + run.first();
        this.trace = traced ? new double[0] : null;
    }

    void visitReached(long tick, double[] input, Visit visit) {
        neurons.visit(tick, input, offset, reached.values(), reached.size(), visit);
        visit.sortFired();
    }

    /** Records the membrane potentials of all ticks before {@code until} that have not been recorded. */
    void traceUntil(long until) {
        if (trace == null) {
            return;
        }
        int needed = Math.toIntExact(until * size);
        if (needed > trace.length) {
            trace = Arrays.copyOf(trace, Math.max(needed, trace.length + (trace.length >> 1)));
        }
        for (; tracedTicks < until; tracedTicks++) {
            neurons.membranePotentials(tracedTicks, trace, (int) tracedTicks * size);
        }
    }

    /** Potentials at {@code tick * size + neuron}; null if not traced. */
    double[] trace() {
        return trace == null ? null : Arrays.copyOf(trace, (int) tracedTicks * size);
    }
}
