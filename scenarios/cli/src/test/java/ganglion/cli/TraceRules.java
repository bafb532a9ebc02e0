package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules by which viewers read the JSON form of Chrome's Trace Event Format: keys and their types for each kind of event, slices of a
 * track that nest, arrows with one beginning and one end, which is later.
 */
final class TraceRules {

    private final JsonNode trace;
    private final List<JsonNode> events = new ArrayList<>();

    TraceRules(JsonNode trace) {
        this.trace = trace;
        trace.path("traceEvents").forEach(events::add);
    }

    void check() {
        assertTrue(Set.of("ms", "ns").contains(trace.path("displayTimeUnit").asText()));
        assertTrue(trace.path("traceEvents").isArray());
        assertFalse(events.isEmpty());
        events.forEach(TraceRules::checkEvent);
        checkNames();
        checkNesting();
        checkArrows();
    }

    private static void checkEvent(JsonNode event) {
        assertTrue(Set.of("X", "C", "M").contains(event.path("ph").asText()), event::toString);
        assertTrue(
                event.path("name").isTextual() && !event.path("name").asText().isEmpty(), event::toString);
        assertTrue(event.path("pid").isInt() && event.path("tid").isInt(), event::toString);
        assertTrue(event.path("ts").isNumber() && event.path("ts").asDouble() >= 0, event::toString);
        assertTrue(event.path("args").isObject(), event::toString);
        if (event.path("ph").asText().equals("X")) {
            assertTrue(event.path("dur").isNumber() && event.path("dur").asDouble() >= 0, event::toString);
        }
        if (event.path("ph").asText().equals("C")) {
            event.path("args").forEach(value -> assertTrue(value.isNumber(), event::toString));
        }
    }

    /** Every track on which there is a slice has a name. */
    private void checkNames() {
        Set<String> named = new HashSet<>();
        events.stream()
                .filter(event -> event.path("name").asText().equals("thread_name"))
                .forEach(event -> named.add(track(event)));
        slices().forEach(slice -> assertTrue(named.contains(track(slice)), slice::toString));
    }

    private void checkNesting() {
        Map<String, List<JsonNode>> tracks = new HashMap<>();
        slices().forEach(slice ->
                tracks.computeIfAbsent(track(slice), key -> new ArrayList<>()).add(slice));
        for (List<JsonNode> track : tracks.values()) {
            track.sort(
                    Comparator.comparing(TraceRules::begin).thenComparing(TraceRules::end, Comparator.reverseOrder()));
            Deque<JsonNode> open = new ArrayDeque<>();
            for (JsonNode slice : track) {
                while (!open.isEmpty() && end(open.peek()).compareTo(begin(slice)) <= 0) {
                    open.pop();
                }
                assertTrue(
                        open.isEmpty() || end(open.peek()).compareTo(end(slice)) >= 0,
                        () -> slice + " overlaps " + open.peek());
                open.push(slice);
            }
        }
    }

    private void checkArrows() {
        Map<String, JsonNode> from = new HashMap<>();
        Map<String, JsonNode> to = new HashMap<>();
        for (JsonNode event : events) {
            if (event.has("bind_id")) {
                assertTrue(
                        event.path("flow_out").asBoolean()
                                != event.path("flow_in").asBoolean(),
                        event::toString);
                JsonNode before = (event.has("flow_out") ? from : to)
                        .put(event.path("bind_id").asText(), event);
                assertNull(before, event::toString);
            }
        }
        assertEquals(from.keySet(), to.keySet());
        from.forEach((arrow, sent) ->
                assertTrue(begin(sent).compareTo(end(to.get(arrow))) <= 0, () -> sent + " after " + to.get(arrow)));
    }

    long arrows() {
        return events.stream().filter(event -> event.has("flow_in")).count();
    }

    long slices(String name) {
        return slices().stream()
                .filter(slice -> slice.path("name").asText().equals(name))
                .count();
    }

    /** Where the arrows end that end between two times, in milliseconds: times, tracks, names and arguments. */
    List<String> arrowsBetween(double from, double until) {
        return slices().stream()
                .filter(slice -> slice.has("flow_in"))
                .filter(slice -> begin(slice).doubleValue() >= 1000 * from
                        && begin(slice).doubleValue() < 1000 * until)
                .map(slice -> track(slice) + " " + begin(slice) + " " + slice.path("name") + slice.path("args"))
                .toList();
    }

    private List<JsonNode> slices() {
        return events.stream()
                .filter(event -> event.path("ph").asText().equals("X"))
                .toList();
    }

    private static String track(JsonNode event) {
        return event.path("pid") + "/" + event.path("tid");
    }

    private static BigDecimal begin(JsonNode slice) {
        return new BigDecimal(slice.path("ts").asText());
    }

    private static BigDecimal end(JsonNode slice) {
        return begin(slice).add(new BigDecimal(slice.path("dur").asText()));
    }
}
