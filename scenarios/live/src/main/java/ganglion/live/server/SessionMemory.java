package ganglion.live.server;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
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
