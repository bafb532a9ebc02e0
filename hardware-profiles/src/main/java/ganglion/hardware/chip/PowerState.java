package ganglion.hardware.chip;

import java.util.Locale;

/** A state of a device that draws a power of its own, from the least to the most. */
public enum PowerState {
    /** Without supply, or in a mode that loses everything. */
    OFF,
    /** Nothing runs, memory is kept, and an event wakes it. */
    SLEEP,
    /** Powered and ready, but without work. */
    IDLE,
    /** At work. */
    RUN;

    /** The word used in documents and reports, such as {@code sleep}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
