package ganglion.kernel.core;

import ganglion.kernel.neuron.NeuronGroup;
import java.util.function.LongConsumer;

/**
 * Takes the state of a {@link NeuroCore} out of it, or puts it into another that has not been advanced yet: first
 * {@link #resumeAt}, then neurons, visits and weights, then the spikes of the past. The order matters: replayed spikes
 * are queued relative to the tick of {@code resumeAt}.
 *
 * <p>Neurons are addressed by the hosted run that they are in, so that state can move between partitions. What is in
 * flight is not saved: it follows from the spikes of the past and the network, and each core queues again what ends on
 * its own neurons.
 *
 * <p>Not thread-safe: to be used while its core is at rest.
 */
public final class CoreTransfer {

    private final HostedGroup[] groups;
    private final IncomingRows rows;
    private final EventWheel wheel;
    private final LongConsumer resumption;

    /** @param resumption tells the core at which tick it resumes */
    CoreTransfer(HostedGroup[] groups, IncomingRows rows, EventWheel wheel, LongConsumer resumption) {
        this.groups = groups;
        this.rows = rows;
        this.wheel = wheel;
        this.resumption = resumption;
    }

    /** Brings plastic weights up to date with all that is certain before a tick that the core has been advanced to. */
    public void catchUp(long tick) {
        rows.catchUp(tick);
    }

    /**
     * Copies the weights of a plastic projection that this core keeps, as they are after {@link #catchUp} or {@link NeuroCore#finish}.
     *
     * @param projection index of the projection in its network
     * @param byPosition receives the weights at the positions of their synapses, then each of the numbers that synapses have of their own
     */
    public void copyNumbers(int projection, double[] byPosition) {
        rows.copyNumbers(projection, byPosition);
    }

    /**
     * Saves the state of a run of hosted neurons as it is before a tick that the core has been advanced to.
     *
     * @param words receives the state of the run's first neuron from {@code offset} on; see {@link NeuronGroup#saveState}
     */
    public void saveNeurons(int hostedIndex, long tick, long[] words, int offset) {
        groups[hostedIndex].saveState(tick, words, offset);
    }

    /** Takes over what {@link #saveNeurons} saved. */
    public void restoreNeurons(int hostedIndex, long tick, long[] words, int offset) {
        groups[hostedIndex].restoreState(tick, words, offset);
    }

    /**
     * Membrane potentials of a run of hosted neurons after the tick before one that the core has been advanced to.
     *
     * @param values receives one value per neuron, from {@code offset} on
     */
    public void potentials(int hostedIndex, long tick, double[] values, int offset) {
        groups[hostedIndex].traceUntil(tick);
        groups[hostedIndex].potentials(tick - 1, values, offset);
    }

    /** A state in the same way; see {@link NeuronGroup#states}. */
    public void states(int hostedIndex, int state, long tick, double[] values, int offset) {
        groups[hostedIndex].traceUntil(tick);
        groups[hostedIndex].states(state, tick - 1, values, offset);
    }

    /** Passes on the neurons that asked for a visit, by their network-wide numbers, and the ticks they asked for. */
    public void forEachWish(WishConsumer consumer) {
        wheel.forEach((tick, id) -> {
            if (id >= rows.count()) {
                HostedGroup group = HostedGroup.holding(id - rows.count(), groups);
                consumer.accept(group.firstNeuron + id - rows.count() - group.offset, tick);
            }
        });
    }

    /** Takes requests for visits. */
    @FunctionalInterface
    public interface WishConsumer {

        /** @param neuron network-wide number */
        void accept(int neuron, long tick);
    }

    /** Takes over the request of a hosted neuron for a visit; ignored if the neuron is not hosted here. */
    public void restoreWish(int neuron, long tick) {
        int host = HostedGroup.hosting(neuron, groups);
        if (host >= 0) {
            wheel.add(tick, rows.lastOrder(), rows.count() + groups[host].offset + neuron - groups[host].firstNeuron);
        }
    }

    /** Begins to take over a state before a tick. */
    public void resumeAt(long tick) {
        resumption.accept(tick);
    }

    /**
     * Takes over a spike that any neuron fired before the tick from which the run resumes. Called in order of (tick,
     * neuron).
     */
    public void replay(long tick, int neuron, long from) {
        rows.replay(tick, neuron, from, wheel);
        int host = HostedGroup.hosting(neuron, groups);
        if (host >= 0) {
            rows.replayTarget(host, neuron - groups[host].firstNeuron, tick, from);
        }
    }

    /** Takes over the weights of a plastic projection that this core keeps, as {@link #copyNumbers} gave them at a tick. */
    public void restoreNumbers(int projection, double[] byPosition, long tick) {
        rows.restoreNumbers(projection, byPosition, tick);
    }

    /** Takes over the membrane potentials of a hosted run at all ticks before one; ignored if it is not traced. */
    public void restoreTrace(int hostedIndex, long ticks, double[] potentials) {
        groups[hostedIndex].restoreTrace(ticks, potentials);
    }
}
