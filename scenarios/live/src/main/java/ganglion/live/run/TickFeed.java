package ganglion.live.run;

/** Gives a run the sound of each tick. */
@FunctionalInterface
public interface TickFeed {

    /**
     * Waits for the sound of the next tick.
     *
     * @param samples receives it
     * @return whether there is one; false ends the run
     */
    boolean next(double[] samples);
}
