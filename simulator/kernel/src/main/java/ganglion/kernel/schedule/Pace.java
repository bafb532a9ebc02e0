package ganglion.kernel.schedule;

import java.util.Arrays;

/**
 * How far cores may run apart.
 *
 * @param leadTicks how far hosts may run ahead of what all have completed: bounds the spikes that wait anywhere
 * @param stepTicks the longest window; a host reports, and leave is extended, after so many ticks. Less than the lead, so that
 *     hosts need not wait for new leave
 */
record Pace(long leadTicks, long stepTicks) {

    /** Long enough for a window to outweigh the cost of passing it on, short enough for queues to stay in the caches. */
    private static final long FEWEST_TICKS = 512;

    /** The pace for a network: no window between cores that reach each other is cut. */
    static Pace of(Wiring wiring) {
        long largest = Arrays.stream(wiring.lookaheads())
                .flatMapToInt(Arrays::stream)
                .max()
                .orElse(0);
        long step = Math.max(FEWEST_TICKS, largest);
        return new Pace(2 * step, step);
    }
}
