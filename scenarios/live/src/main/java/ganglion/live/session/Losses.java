package ganglion.live.session;

import ganglion.live.event.LiveNotice;
import ganglion.live.source.SoundNews;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to the sound, from the thread that reads it to the one that tells of it. */
final class Losses implements SoundNews {

    /** What is told of at the next occasion. */
    record News(LiveNotice.Kind kind, String text) {}

    private final Queue<News> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong lost = new AtomicLong();

    @Override
    public void gone(String why) {
        waiting.add(new News(LiveNotice.Kind.SOURCE_GONE, why));
    }

    @Override
    public void back(String text) {
        waiting.add(new News(LiveNotice.Kind.SOURCE_BACK, text));
    }

    @Override
    public void lost(long samples) {
        lost.addAndGet(samples);
    }

    /** Something else to tell of. */
    void add(LiveNotice.Kind kind, String text) {
        waiting.add(new News(kind, text));
    }

    /** The next thing to tell of; null if there is none. */
    News next() {
        return waiting.poll();
    }

    /** Samples lost so far. */
    long samples() {
        return lost.get();
    }
}
