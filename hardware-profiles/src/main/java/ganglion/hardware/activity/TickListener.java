package ganglion.hardware.activity;

/** Receives the activity of a chip, tick by tick. */
public interface TickListener {

    /** A tick is over. The argument describes this tick and is reused for the next. */
    void tickEnded(PlacedTick tick);
}
