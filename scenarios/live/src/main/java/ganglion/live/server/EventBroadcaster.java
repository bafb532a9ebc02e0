package ganglion.live.server;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.server.BrowserConnection.CloseCode;
import ganglion.live.server.PictureEncoder.Picture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The thread between a session and its browsers: takes what the session tells, some thirty times a second, and gives it to each browser. */
final class EventBroadcaster implements AutoCloseable {

    /** Most browsers that watch at a time. */
    static final int MOST_BROWSERS = 4;

    /** Most ticks that wait for this thread; the session drops further ones. */
    static final int MOST_WAITING = 20_000;

    private static final long PICTURE_MILLISECONDS = 33;
    private static final long FAREWELL_MILLISECONDS = 3_000;

    /** What happened, in its order. */
    private final Queue<LiveEvent> events = new ConcurrentLinkedQueue<>();

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private final ScheduledThreadPoolExecutor thread;

    // Of the thread alone:
    private final Set<BrowserConnection> watchers = new LinkedHashSet<>();
    private final PictureMaker pictures = new PictureMaker(this::show);
    private final CompletableFuture<Void> allGone = new CompletableFuture<>();
    private final SessionMemory memory = new SessionMemory();
    private LiveDecision decided;
    private boolean closing;
    private boolean faulty;

    EventBroadcaster() {
        thread = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread made = new Thread(task, "live-pictures");
                    made.setDaemon(true);
                    return made;
                },
                // After the end nobody is left to be told.
                new ThreadPoolExecutor.DiscardPolicy());
        thread.scheduleWithFixedDelay(this::collect, 0, PICTURE_MILLISECONDS, TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(this::pulse, 1, 1, TimeUnit.SECONDS);
    }

    /** Takes an event from the thread of the session, and returns at once. */
    void tell(LiveEvent event) {
        if (event instanceof LiveFrame && waiting.get() >= MOST_WAITING) {
            lost.incrementAndGet();
            return;
        }
        waiting.incrementAndGet();
        events.add(event);
    }

    /** A browser has connected. */
    void join(BrowserConnection watcher) {
        thread.execute(() -> {
            if (closing || watchers.size() >= MOST_BROWSERS) {
                watcher.close(closing ? CloseCode.SESSION_OVER : CloseCode.TOO_MANY_BROWSERS);
                return;
            }
            // What has been told until now is the past of the browser.
            collect();
            watchers.add(watcher);
            memory.all().forEach(watcher::say);
            watcher.remember(pictures.newestFirst());
        });
    }

    /** A browser is gone. */
    void leave(BrowserConnection watcher) {
        thread.execute(() -> {
            watchers.remove(watcher);
            if (closing && watchers.isEmpty()) {
                allGone.complete(null);
            }
        });
    }

    /** A fault must not end the pictures for good, as the executor would. */
    private void collect() {
        try {
            takeAll();
        } catch (RuntimeException e) {
            if (!faulty) {
                say(EventText.problem("some ticks cannot be drawn: " + e));
            }
            faulty = true;
        }
    }

    private void takeAll() {
        for (LiveEvent event = events.poll(); event != null; event = events.poll()) {
            waiting.decrementAndGet();
            take(event);
        }
        pictures.finish();
        if (decided != null) {
            say(EventText.of(decided));
            decided = null;
        }
    }

    private void take(LiveEvent event) {
        if (event instanceof LiveFrame frame) {
            pictures.add(frame);
            return;
        }
        memory.note(event);
        if (event instanceof LiveStart start) {
            pictures.begin(start, memory.session());
            watchers.forEach(watcher -> watcher.remember(List.of()));
            say(memory.startText());
        } else if (event instanceof LiveDecision decision) {
            // Of those within a picture only the last is seen.
            decided = decision;
        } else {
            say(EventText.of(event));
        }
    }

    private void pulse() {
        long now = System.nanoTime();
        for (BrowserConnection watcher : List.copyOf(watchers)) {
            watcher.say(EventText.pulse(watcher.skipped(), lost.get(), watchers.size()));
            watcher.checkPatience(now);
        }
    }

    private void say(String text) {
        watchers.forEach(watcher -> watcher.say(text));
    }

    private void show(Picture picture) {
        watchers.forEach(watcher -> watcher.show(picture));
    }

    /** Tells browsers all that has happened, and closes their connections; waits for slow ones, or on a slow machine, for some seconds. */
    @Override
    public void close() {
        thread.execute(() -> {
            closing = true;
            collect();
            List.copyOf(watchers).forEach(BrowserConnection::finish);
            if (watchers.isEmpty()) {
                allGone.complete(null);
            }
        });
        try {
            allGone.get(FAREWELL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Their connections are cut with the server.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }

    /** What a browser that comes later must be told, besides pictures. Used by one thread. */
    private static final class SessionMemory {

        /** Most notices that are remembered. */
        static final int MOST_REMEMBERED = 100;

        private final Deque<LiveNotice> notices = new ArrayDeque<>();
        /** The last event of each other kind. */
        private final Map<Class<?>, LiveEvent> last = new HashMap<>();

        private LiveStart start;
        private int session;

        /** Remembers an event other than a tick. */
        void note(LiveEvent event) {
            if (event instanceof LiveStart each) {
                session++;
                start = each;
                last.clear();
            } else if (event instanceof LiveNotice each) {
                if (notices.size() == MOST_REMEMBERED) {
                    notices.removeFirst();
                }
                notices.addLast(each);
            } else {
                last.put(event.getClass(), event);
            }
        }

        /** Number of the start; 0 before the first. */
        int session() {
            return session;
        }

        /** The start as the page reads it. */
        String startText() {
            return EventText.of(start, session);
        }

        /** All that a new browser must know, in order. */
        List<String> all() {
            List<String> texts = new ArrayList<>();
            if (start != null) {
                texts.add(startText());
            }
            notices.forEach(each -> texts.add(EventText.of(each)));
            told(LiveSecond.class, LiveDecision.class, LiveEnd.class).forEach(texts::add);
            return texts;
        }

        private Stream<String> told(Class<?>... kinds) {
            return Stream.of(kinds).map(last::get).filter(Objects::nonNull).map(EventText::of);
        }
    }
}
