package ganglion.kernel.plasticity;

/**
 * What spikes do to rows of synapses. Beside its weight a synapse has variables that all synapses of its source share, which only the
 * source's spikes change, and variables of its target, which only the target's spikes change: traces, resources. Both are known at any tick
 * from those at the latest spike, so that nothing is done between spikes. Numbers that a synapse has of its own ({@link SynapseRule#ownAtRest})
 * lie behind its weight, and a row is one synapse after the other.
 *
 * <p>The delay of a synapse is dendritic: a source's spike reaches it at once, and the target neuron after the delay; a target's spike reaches
 * it after the delay. When both do so at the same tick, the target's comes first, and neither sees the variables that the other changes. A
 * spike of the third factor reaches all synapses at once, after what reaches them at its tick from both sides, whose changes it sees.
 *
 * <p>A list of target spikes holds for each its tick and, side by side, the variables of the neuron right before it. Spike 0 stands for none: it
 * was long ago, and its variables are at rest.
 */
public interface SynapseChanges {

    /** The variables of a source that has never fired; a new array. */
    double[] sourceAtRest();

    /** The variables of a target that has never fired; a new array. */
    double[] targetAtRest();

    /** Whether spikes of targets change anything. */
    boolean followsTargets();

    /**
     * Takes variables of a source through a spike.
     *
     * @param variables holds them from {@code at} on, as they were right after the spike before
     * @param elapsed ticks since then
     */
    void fireSource(double[] variables, int at, long elapsed);

    /**
     * Takes variables of a target from before a spike to a later tick.
     *
     * @param variables holds them from {@code at} on
     * @param elapsed ticks since the spike, 1 or more
     */
    void passTarget(double[] variables, int at, long elapsed);

    /**
     * Changes weights by spikes of their targets that have reached the synapses.
     *
     * @param row weights, each with what its synapse has of its own
     * @param which number of the synapse that each spike changes
     * @param spikes numbers in the list; taken in from the last to the first
     * @param count number of spikes
     * @param ticks of the list
     * @param before variables of the list
     * @param source holds the variables of the row's source from {@code at} on, right after its latest spike
     * @param sourceTick tick of that spike, less the delay of the row
     */
    void takeTargets(
            double[] row,
            int[] which,
            int[] spikes,
            int count,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long sourceTick);

    /**
     * Changes weights by a spike of their source.
     *
     * @param row weights, each with what its synapse has of its own
     * @param latest for each synapse the latest spike of its target that has reached it
     * @param count number of synapses
     * @param tick of the source's spike, less the delay of the row
     * @param ticks of the list of target spikes
     * @param before variables of that list
     * @param source holds the variables of the source from {@code at} on, right after its spike before; not changed
     * @param elapsed ticks since then
     * @param effects receives for each synapse what reaches its target
     */
    void takeSource(
            double[] row,
            int[] latest,
            int count,
            long tick,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long elapsed,
            double[] effects);

    /**
     * Changes weights by a spike of the third factor. Nothing where a rule has none.
     *
     * @param tick of that spike, less the delay of the row
     * @param elapsed ticks since the latest spike of the row's source
     * @see #takeSource
     */
    default void takeThird(
            double[] row,
            int[] latest,
            int count,
            long tick,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long elapsed) {}

    /**
     * What ends a run in which an effect, a weight or a variable is no finite number.
     *
     * @param tick at which it was found
     */
    default RuntimeException diverged(long tick) {
        return new ArithmeticException(
                "found no finite number as effect, weight or variable of a synapse at tick " + tick);
    }
}
