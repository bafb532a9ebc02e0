package ganglion.live.decide;

/**
 * A decision that does not flicker. From nothing to a class it changes at once, when the class leads with certainty; from a class to another one or to nothing only
 * when the class has not led with certainty for some time. Not thread safe.
 */
public final class HeldDecision {

    private final double certain;
    private final long holdTicks;
    private int winner = -1;
    private long certainTick;

    /**
     * @param certain least confidence that is certain
     * @param holdTicks for how long a class stays after it was certain last
     */
    public HeldDecision(double certain, long holdTicks) {
        this.certain = certain;
        this.holdTicks = holdTicks;
    }

    /**
     * Takes in a tick.
     *
     * @param leader the class that leads, or -1 for none
     * @param confidence of the leader
     * @return the class that is decided for after the tick, or -1 for nothing
     */
    public int decide(long tick, int leader, double confidence) {
        int candidate = leader >= 0 && confidence >= certain ? leader : -1;
        if (candidate == winner || winner < 0 || tick - certainTick > holdTicks) {
            winner = candidate;
            certainTick = tick;
        }
        return winner;
    }
}
