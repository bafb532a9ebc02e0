package ganglion.live.session;

import java.util.Optional;

/**
 * What a session came to.
 *
 * @param ticks that were heard
 * @param reason why it ended, in words
 * @param failure why the sound could not be heard to its end; empty if it could
 */
public record SessionResult(long ticks, String reason, Optional<String> failure) {}
