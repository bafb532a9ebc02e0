package ganglion.kernel.affine;

/**
 * One neuron from tick to tick, as affine maps. Variable 0 is compared with the firing level. Which maps follow depends on when the neuron
 * fires, which the caller tells, and on nothing else. Mutable: begins before the first tick that the neuron lives through.
 *
 * <p>The rounding of very small numbers ({@code Fading}) is left out: it is far below the last digit of anything that matters.
 */
public interface AffineNeuron {

    /** The variables before the first tick. */
    double[] start();

    /**
     * The potential from which parts of variable 0 are counted: that to which a spike sets the neuron, or else that at which it rests. Counted
     * from there, parts do not depend on where a scenario has its zero.
     */
    default double reference() {
        return 0;
    }

    /** The map of the next tick, from the variables after the tick before to those that are compared with the level. */
    AffineMap nextTick();

    /**
     * The least value of variable 0 at which the neuron fires at the tick of the last {@link #nextTick}; infinite if it cannot
     * fire then.
     */
    double level();

    /**
     * Lives through the next ticks in one step, if all have the map of the last {@link #nextTick}. The neuron fires neither at that tick nor
     * within these.
     *
     * @param ticks how many, at least 1
     * @return whether it did; if not, nothing has changed
     */
    boolean skip(long ticks);

    /** Tells that the neuron fired at that tick; returns what the spike does to the variables at once. */
    AffineMap fired();
}
