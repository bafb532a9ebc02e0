package ganglion.hardware.activity;

/** Is told what happens on a chip, in the order of ticks. Within a tick all messages come first. */
public interface ActivityListener {

    /**
     * A spike was sent to a core.
     *
     * @param sourceCore core that it comes from; {@link ganglion.hardware.placement.Placement#OUTSIDE} for an input
     * @param targetCore core that it goes to, which may be the same
     * @param synapses synapses that it meets there, at least 1
     */
    void message(int sourceCore, int targetCore, int synapses);

    /** A tick is over. The loads are those of this tick and change with the next. */
    void tickEnded(long tick, CoreLoads loads);
}
