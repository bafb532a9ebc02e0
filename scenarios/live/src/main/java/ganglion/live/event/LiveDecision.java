package ganglion.live.event;

/**
 * The decision has changed.
 *
 * @param tick at which it was taken
 * @param winner index of the class, or -1 for nothing
 * @param label name of the class; empty for nothing
 * @param confidence probability that the leader is right in leading, 0 to 1; 0 for nothing
 * @param latencyNanoseconds from the arrival of the tick's last sample to the decision
 */
public record LiveDecision(long tick, int winner, String label, double confidence, long latencyNanoseconds)
        implements LiveEvent {}
