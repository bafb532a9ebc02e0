package ganglion.kernel.neuron;

/**
 * The state of some neurons of one population, in flat arrays. Neurons are addressed by their position in the group.
 *
 * <p>A group is defined by what happens at <em>every</em> tick, but is visited only at ticks at which something happens:
 * input arrives, or the group has asked for a visit. Between two visits of a neuron its state follows the
 * model without input; the group makes up for the skipped ticks at the next visit, and the result must be the same to the
 * last bit as if each tick had been visited. A neuron never fires at a tick at which it is not visited.
 *
 * <p>Two ways lead through a tick: one over all neurons, one over a list. They must give the same bits, because which of them
 * a core takes depends on how many synapses are reached at the tick, and hence on how the network is divided.
 *
 * <p>Not thread-safe: owned by one core.
 */
public interface NeuronGroup {

    /** No visit wanted. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Visits every neuron of the group at a tick.
     *
     * @param tick later than any tick visited before
     * @param input summed input of neuron {@code i} at {@code offset + i}, and that of a second channel at {@code offset +
     *     size + i}; set back to zero by this call
     * @param visit takes the neurons that fire, in ascending order, and requests for further visits
     */
    void visitAll(long tick, double[] input, int offset, Visit visit);

    /**
     * Visits every neuron of the group at a tick at which few of them have input.
     *
     * @param reached positions of all neurons with input, and perhaps of others, in the first {@code count} elements, in any
     *     order and with repeats
     * @see #visitAll
     */
    default void visitAllReached(long tick, double[] input, int offset, int[] reached, int count, Visit visit) {
        visitAll(tick, input, offset, visit);
    }

    /**
     * Visits some neurons of the group at a tick.
     *
     * @param neurons positions of the neurons to visit, in any order, in the first {@code count} elements; a neuron that is
     *     listed more than once is visited once
     * @param visit takes the neurons that fire, in any order, and requests for further visits
     * @see #visitAll
     */
    void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit);

    /**
     * The next tick at which the whole group wants to be visited even if no input arrives; {@link #NEVER} if neurons ask
     * for visits one by one, through {@link Visit#revisit}, or not at all.
     */
    default long nextOwnTick() {
        return NEVER;
    }

    /**
     * The smallest share of neurons, as one in {@code wholeShare()}, whose visits cost as much as one of the whole
     * group: from there on the whole group is visited.
     */
    default int wholeShare() {
        return 4;
    }

    /**
     * Membrane potentials of all neurons as they are after a tick, provided that no neuron has been visited since; after
     * tick -1 those that the neurons start with.
     *
     * @param potentials receives one value per neuron, from {@code offset} on
     */
    void membranePotentials(long tick, double[] potentials, int offset);

    /**
     * A state of all neurons as it is after a tick, provided that no neuron has been visited since; {@code current} is that of positive
     * and negative weights added up.
     *
     * @param state index in {@link NeuronModel#states}
     * @param values receives one value per neuron, from {@code offset} on
     * @throws UnsupportedOperationException if the model has no such state
     */
    default void states(int state, long tick, double[] values, int offset) {
        throw new UnsupportedOperationException("neurons of this model have no further states");
    }

    /**
     * Number of 64-bit words that hold all that may change of one neuron.
     *
     * @throws UnsupportedOperationException if the model cannot be saved
     */
    default int stateWords() {
        throw new UnsupportedOperationException("neurons of this model cannot be saved in a checkpoint");
    }

    /**
     * Saves the state of all neurons as it is after a tick, provided that no neuron has been visited since. Does not depend
     * on how the population is divided into groups. Requests for visits are saved by the core.
     *
     * @param tick -1 for the state before the first tick
     * @param words receives word {@code k} of neuron {@code i} at {@code offset + i * stateWords() + k}
     */
    default void saveState(long tick, long[] words, int offset) {
        throw new UnsupportedOperationException("neurons of this model cannot be saved in a checkpoint");
    }

    /** Takes over a state that was saved after a tick, before any neuron of this group has been visited. */
    default void restoreState(long tick, long[] words, int offset) {
        throw new UnsupportedOperationException("neurons of this model cannot be saved in a checkpoint");
    }
}
