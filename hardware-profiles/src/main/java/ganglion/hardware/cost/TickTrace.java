package ganglion.hardware.cost;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.latency.CoreTrace;

/** Receives what a chip does in each tick of a run: the tick begins, its cores report their work, the tick ends. */
public interface TickTrace extends CoreTrace {

    /** A tick begins. The argument describes it and is reused for the next. */
    void begins(PlacedTick tick);

    /**
     * The tick is over.
     *
     * @param joules its dynamic energy, from the figures that are known
     * @param seconds how long the chip worked on it
     */
    void ends(double joules, double seconds);
}
