package ganglion.hardware;

/** Costs what ran on a chip. A pure function of its arguments: costing never changes a run. */
public final class Costing {

    private Costing() {}

    /** Energy and time of a workload on a chip. A network that does not fit gives a result without figures that says why. */
    public static ChipCost cost(Workload workload, HardwareProfile profile) {
        throw new UnsupportedOperationException("costing lands in the next commits");
    }
}
