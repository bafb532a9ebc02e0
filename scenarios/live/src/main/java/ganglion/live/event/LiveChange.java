package ganglion.live.event;

/**
 * Something was adjusted.
 *
 * @param tick the first tick with the new value
 * @param name of the {@link Adjustment}
 * @param value the new value
 */
public record LiveChange(long tick, String name, double value) implements LiveEvent {}
