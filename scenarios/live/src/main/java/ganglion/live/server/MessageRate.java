package ganglion.live.server;

/** How many messages a browser may still send: so many a second, and a burst of twice as many. Used by one thread at a time. */
final class MessageRate {

    /** Most messages a second. A slider that is dragged sends 20. */
    static final int MOST_A_SECOND = 60;

    private static final int BURST = 2 * MOST_A_SECOND;
    private static final double NANOSECONDS = 1e9;

    private double left = BURST;
    private long last;

    /** @param now any time in nanoseconds, such as {@link System#nanoTime} */
    MessageRate(long now) {
        last = now;
    }

    /** Whether one more is within the rate. */
    boolean allows(long now) {
        left = Math.min(BURST, left + (now - last) / NANOSECONDS * MOST_A_SECOND);
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
