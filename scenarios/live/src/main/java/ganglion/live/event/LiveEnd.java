package ganglion.live.event;

/**
 * The session is over.
 *
 * @param tick number of ticks
 * @param reason why, in words
 */
public record LiveEnd(long tick, String reason) implements LiveEvent {}
