package ganglion.live.session;

import ganglion.live.event.LiveNotice;
import java.util.concurrent.TimeUnit;

/** Notices a device that is open but delivers nothing. Not thread safe. */
final class SilenceWatch {

    private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    private final Losses losses;
    private long since;
    private boolean told;

    /** @param now when the first sound is waited for */
    SilenceWatch(Losses losses, long now) {
        this.losses = losses;
        this.since = now;
    }

    /** Sound has come. */
    void heard(long now) {
        since = now;
        if (told) {
            told = false;
            losses.add(LiveNotice.Kind.SOURCE_BACK, "sound comes again");
        }
    }

    /** No sound has come up to now. Says nothing of a source that is known to be gone. */
    void nothing(long now) {
        if (losses.isGone()) {
            since = now;
        } else if (!told && now - since >= PATIENCE_NANOSECONDS) {
            told = true;
            losses.add(LiveNotice.Kind.SOURCE_GONE, "no sound has come for 1 s, although the source is open");
        }
    }
}
