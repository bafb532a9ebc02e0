package ganglion.learning.eventprop.loss;

import ganglion.learning.eventprop.forward.EventRun;

/** Judges what a network did for a sample of a class. */
public interface EventLoss {

    /**
     * A loss, and its derivatives by what it looks at.
     *
     * @param value the loss
     * @param bySpike by the time of each spike of the last layer; empty if the loss does not look at them
     * @param byReadOut by each value read out; empty if the loss does not look at them
     */
    record Judgement(double value, double[] bySpike, double[] byReadOut) {}

    /** Whether it looks at the read-out of a network, which must then have one, or at the spikes of the last layer. */
    boolean readsOut();

    /** Judges a run. */
    Judgement judge(EventRun run, int label);

    /** What speaks for each class, as this loss sees it: the class with the most wins. */
    double[] scores(EventRun run);
}
