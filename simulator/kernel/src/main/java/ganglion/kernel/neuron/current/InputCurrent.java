package ganglion.kernel.neuron.current;

/**
 * A current that flows into the neurons of a population beside their synapses: at each tick, an amount for each neuron,
 * which is added to what its synapses bring. A pure function of tick and neuron, hence immutable and safe to share, and
 * the same however the population is divided.
 *
 * @see DrivenNeurons
 */
public interface InputCurrent {

    /**
     * The first tick at or after a given one at which anything may flow; {@link Long#MAX_VALUE} if there is none. Ticks
     * before it cost nothing.
     */
    long nextTick(long tick);

    /**
     * The last tick up to which what flows at a tick goes on to flow unchanged: the tick itself, unless the current can tell.
     */
    default long steadyUntil(long tick) {
        return tick;
    }

    /**
     * Adds what flows into some neurons at a tick.
     *
     * @param tick one that {@link #nextTick} names
     * @param first position in the population of the first neuron
     * @param size number of neurons
     * @param input receives what flows into neuron {@code first + i}: at {@code positive + i}, or {@code negative + i} if it
     *     is less than zero
     * @param negative the same as {@code positive} for neurons that do not keep signs apart
     */
    void addTo(long tick, int first, int size, double[] input, int positive, int negative);

    /**
     * Refuses a population size that the current does not fit.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    default void checkSize(int populationSize) {}
}
