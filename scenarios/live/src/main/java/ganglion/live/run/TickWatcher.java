package ganglion.live.run;

/** Sees each tick of a run. */
@FunctionalInterface
public interface TickWatcher {

    /** A tick is complete. What it shows is overwritten by the next. */
    void ticked(LiveTick tick);
}
