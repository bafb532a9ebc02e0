package ganglion.scenario.result;

/**
 * When a decision was taken that need not wait for the end of its clip.
 *
 * @param untilTick tick after the last whose spikes it rests on; where it never became certain, the end of all that counts
 * @param winnerAtEnd class that all spikes that count would have decided for; empty if none was fired
 */
public record TakenEarly(long untilTick, String winnerAtEnd) {}
