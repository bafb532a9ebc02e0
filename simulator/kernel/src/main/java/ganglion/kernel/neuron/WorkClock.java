package ganglion.kernel.neuron;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of a core goes. It runs in one of {@value #TICKS_BETWEEN} ticks only, since asking for the time takes as long as
 * visiting a neuron. Not thread-safe.
 */
public final class WorkClock {

    /** What a core does. */
    public enum Work {
        /** Taking up spikes, adding their weights to the input of neurons, queueing new ones. */
        DELIVERY,
        /** Visits to neurons that take input. */
        UPDATES,
        /** Making up, tick by tick, for ticks at which neurons were not visited. */
        SILENCE,
        /** What flows in from outside: spike sources and input currents. */
        DRIVE,
        /** Membrane potentials at every tick. */
        RECORDING;

        /** The name in results. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A prime, which is in step with no period of a network. */
    private static final int TICKS_BETWEEN = 97;

    private final long[] nanoseconds = new long[Work.values().length];
    private int ticks;
    private boolean running;
    private long last;

    /** A tick begins. */
    public void begin() {
        if (++ticks == TICKS_BETWEEN) {
            ticks = 0;
            running = true;
            last = System.nanoTime();
        }
    }

    /** The time since the last call went into some work. */
    public void lap(Work work) {
        if (running) {
            long now = System.nanoTime();
            nanoseconds[work.ordinal()] += now - last;
            last = now;
        }
    }

    /** The tick is over, with delivery. */
    public void end() {
        lap(Work.DELIVERY);
        running = false;
    }

    /** Shares of each work in what some clocks have measured, which add up to 1; empty if none has run. Not reproducible. */
    public static Map<Work, Double> shares(List<WorkClock> clocks) {
        Map<Work, Double> shares = new EnumMap<>(Work.class);
        double all = clocks.stream()
                .flatMapToLong(clock -> Arrays.stream(clock.nanoseconds))
                .sum();
        for (Work work : Work.values()) {
            if (all > 0) {
                shares.put(
                        work,
                        clocks.stream()
                                        .mapToLong(clock -> clock.nanoseconds[work.ordinal()])
                                        .sum()
                                / all);
            }
        }
        return shares;
    }
}
