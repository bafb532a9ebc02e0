package ganglion.live.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.live.event.EventJson;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveStart;

/** Events as the page reads them: JSON objects, each with its {@code type}. What {@code --json-lines} prints as well has the same names there. Ticks are whole numbers, times seconds, unknown figures null. */
final class EventText {

    private EventText() {}

    /** @param session number of the start */
    static String of(LiveStart start, int session) {
        return typed("start")
                .put("session", session)
                .setAll(EventJson.forPage(start))
                .toString();
    }

    /** An event other than a start. */
    static String of(LiveEvent event) {
        return typed(event.word()).setAll(EventJson.forPage(event)).toString();
    }

    /** An answer to a message that could not be followed. */
    static String problem(String text) {
        return typed("problem").put("text", text).toString();
    }

    /**
     * A sign of life, every second.
     *
     * @param skipped pictures that this browser was too slow for
     * @param lost ticks of which no picture was made because the server was too slow
     */
    static String pulse(long skipped, long lost, int browsers) {
        return typed("pulse")
                .put("skipped", skipped)
                .put("lost", lost)
                .put("browsers", browsers)
                .toString();
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
