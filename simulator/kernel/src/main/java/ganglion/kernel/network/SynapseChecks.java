package ganglion.kernel.network;

/** What every synapse must satisfy, in whichever layout it is stored. */
final class SynapseChecks {

    private SynapseChecks() {}

    static void checkDelay(int delayTicks) {
        if (delayTicks < 1) {
            throw new IllegalArgumentException("a synapse needs a delay of at least 1 tick, not " + delayTicks);
        }
    }

    static void checkWeight(double weight) {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight must be a finite number, not " + weight);
        }
    }
}
