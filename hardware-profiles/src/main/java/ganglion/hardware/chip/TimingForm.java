package ganglion.hardware.chip;

import java.util.Locale;

/** How the time of a barrier-synchronised tick is composed from the times of its operations. */
public enum TimingForm {
    /** Slowest sender, longest path, slowest receiver, one after the other: an upper estimate without contention. */
    PHASES,
    /** The slowest core decides, sending or receiving, as if the mesh were infinitely fast. Fast to compute. */
    SIMPLE,
    /** Messages contend for the links of the mesh and for the cores that they go to. */
    DETAILED;

    /** The word used in documents and reports, such as {@code detailed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
