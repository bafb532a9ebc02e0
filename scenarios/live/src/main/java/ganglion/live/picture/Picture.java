package ganglion.live.picture;

/**
 * Consecutive ticks as a browser gets them.
 *
 * @param firstTick the first of them
 * @param ticks how many
 * @param bytes the message, which is never written again; {@link PictureEncoder} says what is in it
 */
public record Picture(long firstTick, int ticks, byte[] bytes) {}
