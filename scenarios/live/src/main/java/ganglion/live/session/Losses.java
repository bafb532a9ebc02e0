package ganglion.live.session;

import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.source.LiveSound.LossCause;
import ganglion.live.source.LiveSound.SoundListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;

/** What happened to the sound, from the thread that reads it to the one that tells of it. */
final class Losses implements SoundListener {

    /** What is told of at the next occasion. */
    record News(LiveNotice.Kind kind, String text) {}

    private final Queue<News> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLongArray lost = new AtomicLongArray(LossCause.values().length);
    /** What of it was told; for the thread that tells. */
    private final long[] told = new long[LossCause.values().length];

    private volatile boolean gone;

    @Override
    public void gone(String why) {
        gone = true;
        waiting.add(new News(LiveNotice.Kind.SOURCE_GONE, why));
    }

    @Override
    public void back(String text) {
        gone = false;
        waiting.add(new News(LiveNotice.Kind.SOURCE_BACK, text));
    }

    @Override
    public void lost(long samples, LossCause cause) {
        lost.addAndGet(cause.ordinal(), samples);
    }

    /** Something else to tell of. */
    void add(LiveNotice.Kind kind, String text) {
        waiting.add(new News(kind, text));
    }

    /** The next thing to tell of; null if there is none. */
    News next() {
        return waiting.poll();
    }

    /** Whether the source is gone, and is looked for. */
    boolean isGone() {
        return gone;
    }

    /** Samples lost so far. */
    long samples() {
        long sum = 0;
        for (int cause = 0; cause < told.length; cause++) {
            sum += lost.get(cause);
        }
        return sum;
    }

    /** A line for each cause by which samples were lost since the last call. For one thread. */
    List<String> untold() {
        List<String> lines = new ArrayList<>();
        for (LossCause cause : LossCause.values()) {
            long count = lost.get(cause.ordinal()) - told[cause.ordinal()];
            if (count > 0) {
                told[cause.ordinal()] += count;
                lines.add(count + " samples were lost: " + cause.words());
            }
        }
        return lines;
    }
}
