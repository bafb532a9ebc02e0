package ganglion.hardware.chip;

import ganglion.documents.key.Worded;

/** How the time of a barrier-synchronised tick is composed from the times of its operations. */
public enum TimingForm implements Worded {
    /** Slowest sender, longest path, slowest receiver, one after the other: an upper estimate without contention. */
    PHASES,
    /** The slowest core decides, sending or receiving, as if the mesh were infinitely fast. Fast to compute. */
    SIMPLE,
    /** Messages contend for the links of the mesh and for the cores that they go to. */
    DETAILED;
}
