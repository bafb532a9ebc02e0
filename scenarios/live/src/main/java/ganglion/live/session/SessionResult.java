package ganglion.live.session;

import java.util.List;
import java.util.Optional;

/**
 * What a session came to.
 *
 * @param stretches one for each scenario that heard, in order
 * @param reason why it ended, in words
 * @param failure why the sound could not be heard to its end; empty if it could
 * @param lostSamples samples that the source could not deliver
 */
public record SessionResult(List<StretchResult> stretches, String reason, Optional<String> failure, long lostSamples) {

    public SessionResult {
        stretches = List.copyOf(stretches);
    }
}
