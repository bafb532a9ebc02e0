package ganglion.kernel.neuron.model;

/** How a {@link Lif} neuron's potential gets from one tick to another. */
public enum Integration {

    /**
     * One multiplication and addition at each tick, with the bits of a plain loop over ticks. For trained networks and
     * coarse ticks: what a trainer or a clock-driven simulator computes is matched exactly, and nothing is faster where
     * neurons are reached every few ticks. Silent ticks are made up for one by one, since no shorter way to the same bits is
     * known. The cost of a visit therefore grows with the ticks since the last, until the potential stands still.
     */
    PER_TICK,

    /**
     * The exact solution since the latest input, spike or end of refractoriness. For fine ticks, continuous time: the cost
     * of a visit, and that of finding the tick at which a bias makes the neuron fire, does not depend on the length of a
     * tick. Not for delayed resets.
     */
    CLOSED_FORM
}
