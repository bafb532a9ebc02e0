package ganglion.live.server;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveChange;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.LiveWatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a browser that comes later must be told, besides pictures. Used by one thread. */
final class SessionMemory {

    /** Most changes, and most notices, that are remembered. */
    static final int MOST_REMEMBERED = 100;

    private final Map<String, Double> values = new HashMap<>();
    private final Deque<LiveChange> changes = new ArrayDeque<>();
    private final Deque<LiveNotice> notices = new ArrayDeque<>();
    /** The last event of each other kind. */
    private final Map<Class<?>, LiveEvent> last = new HashMap<>();

    private LiveStart start;
    private int session;

    /** Remembers an event other than a tick. */
    void note(LiveEvent event) {
        if (event instanceof LiveStart each) {
            begin(each);
        } else if (event instanceof LiveChange each) {
            values.put(each.name(), each.value());
            addBounded(changes, each);
        } else if (event instanceof LiveNotice each) {
            addBounded(notices, each);
        } else {
            last.put(event.getClass(), event);
        }
    }

    private void begin(LiveStart next) {
        session++;
        start = next;
        values.clear();
        changes.clear();
        last.clear();
    }

    /** Number of the start; 0 before the first. */
    int session() {
        return session;
    }

    /** The start as the page reads it. */
    String startText() {
        return EventText.of(start, session, values);
    }

    /** All that a new browser must know, in order. */
    List<String> all() {
        List<String> texts = new ArrayList<>();
        if (start != null) {
            texts.add(startText());
        }
        changes.forEach(each -> texts.add(EventText.of(each)));
        notices.forEach(each -> texts.add(EventText.of(each)));
        told(LiveWatch.class, LiveSecond.class, LiveDecision.class, LiveEnd.class)
                .forEach(texts::add);
        return texts;
    }

    private Stream<String> told(Class<?>... kinds) {
        return Stream.of(kinds).map(last::get).filter(Objects::nonNull).map(EventText::of);
    }

    private static <T> void addBounded(Deque<T> list, T element) {
        if (list.size() == MOST_REMEMBERED) {
            list.removeFirst();
        }
        list.addLast(element);
    }
}
