package ganglion.hardware.activity;

/** Is told what happens on a chip, tick by tick. */
public interface TickListener {

    /** A tick is over. What is given is of this tick and changes with the next. */
    void tickEnded(PlacedTick tick);
}
