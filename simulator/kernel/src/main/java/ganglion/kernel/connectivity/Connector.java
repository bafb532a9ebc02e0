package ganglion.kernel.connectivity;

/**
 * Which neurons of two populations are joined. A rule lists either the targets of a source or the sources of a target,
 * whichever it can do for one neuron without looking at the others. That is what lets rows be made by several threads,
 * each for some neurons, with the same outcome. Implementations are immutable and pure: the same neuron gets the same
 * partners each time, since it is asked twice, once to count and once to fill.
 */
public interface Connector {

    /** Which partners the rule lists. */
    enum Lists {
        /** The targets of each source neuron. */
        TARGETS,
        /** The sources of each target neuron. */
        SOURCES
    }

    /** Which partners {@link #list} lists. */
    Lists lists();

    /**
     * Lists the partners of a neuron, in any order.
     *
     * @param neuron a source neuron if the rule lists targets, a target neuron if it lists sources
     */
    void list(Ends ends, int neuron, Partners partners);

    /**
     * Refuses populations that the rule cannot join.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    default void check(Ends ends) {}

    /**
     * The same rule for one task, which lists neurons mostly in ascending order: it may remember what neighbours have in common. Not
     * thread-safe.
     */
    default Connector forTask(Ends ends) {
        return this;
    }
}
