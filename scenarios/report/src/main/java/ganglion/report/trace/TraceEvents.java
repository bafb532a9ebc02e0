package ganglion.report.trace;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes events in the JSON form of Chrome's Trace Event Format, an object with an array {@code traceEvents}: slices ({@code X}), counters
 * ({@code C}) and names of tracks ({@code M}). Times are in microseconds with three digits after the point, so in whole nanoseconds; a slice
 * begins and ends at rounded times, so that slices that touch do not overlap. A flow arrow is a {@code bind_id} with {@code flow_out} in the
 * slice from which it comes and {@code flow_in} in that to which it goes.
 *
 * <p>An event beyond the number that the file may hold is refused with {@link TooMany}, before anything of it is written.
 *
 * <p>Source: Trace Event Format, Google, 2016, and the importer of Perfetto.
 */
final class TraceEvents implements AutoCloseable {

    /** Viewers hold all events in memory; this many take some 300 MB in the file. */
    static final long MOST_EVENTS = 2_000_000;

    /** How such a file begins. */
    static final String SIGN = "{\"otherData\":{\"format\":\"ganglion-trace\"";

    private static final double NANOSECONDS = 1e9;
    private static final int DIGITS = 3;

    /** Another event would be one too many. Carries no stack: it ends a walk. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final long tick;

        private TooMany(long tick) {
            super(null, null, false, false);
            this.tick = tick;
        }

        /** The tick that does not fit. */
        long tick() {
            return tick;
        }
    }

    private final JsonGenerator json;
    private final long most;
    private long count;
    private long tick;
    private long flows;

    /**
     * Begins the file.
     *
     * @param about scenario and ticks, for the reader of the file
     * @param most how many events it may hold
     */
    TraceEvents(OutputStream out, Map<String, String> about, long most) throws IOException {
        this.most = most;
        this.json = new ObjectMapper()
                .getFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        Map<String, String> head = new LinkedHashMap<>();
        head.put("format", "ganglion-trace");
        head.putAll(about);
        json.writeStartObject();
        json.writePOJOField("otherData", head);
        json.writeStringField("displayTimeUnit", "ns");
        json.writeArrayFieldStart("traceEvents");
    }

    /** What follows is of this tick. */
    void reached(long reached) {
        tick = reached;
    }

    /** The name of a device. */
    void process(int device, String name) {
        write("M", "process_name", device, 0, 0, Map.of(), Map.of("name", name));
        write("M", "process_sort_index", device, 0, 0, Map.of(), Map.of("sort_index", device));
    }

    /** The name of a track; tracks are shown in the order of their numbers. */
    void track(int device, int track, String name) {
        write("M", "thread_name", device, track, 0, Map.of(), Map.of("name", name));
        write("M", "thread_sort_index", device, track, 0, Map.of(), Map.of("sort_index", track));
    }

    /**
     * A slice, with times in seconds.
     *
     * @param args what is told of it, by name
     */
    void slice(int device, int track, String name, double from, double until, Map<String, ?> args) {
        slice(device, track, name, from, until, Map.of(), args);
    }

    /** The slice from which an arrow comes. @return the number of the arrow, which must lead to a slice by {@link #arrival} */
    long departure(int device, int track, String name, double from, double until, Map<String, ?> args) {
        slice(device, track, name, from, until, flow(flows, "flow_out"), args);
        return flows++;
    }

    /** The slice to which an arrow leads. */
    void arrival(long flow, int device, int track, String name, double from, double until, Map<String, ?> args) {
        slice(device, track, name, from, until, flow(flow, "flow_in"), args);
    }

    private static Map<String, Object> flow(long number, String end) {
        return Map.of("bind_id", "0x" + Long.toHexString(number), end, true);
    }

    private void slice(
            int device, int track, String name, double from, double until, Map<String, ?> flow, Map<String, ?> args) {
        long begins = Math.round(from * NANOSECONDS);
        Map<String, Object> more = new LinkedHashMap<>(flow);
        more.put("dur", microseconds(Math.round(until * NANOSECONDS) - begins));
        write("X", name, device, track, begins, more, args);
    }

    /** The value of a counter from a time on. */
    void counter(int device, String name, double at, double value) {
        write("C", name, device, 0, Math.round(at * NANOSECONDS), Map.of(), Map.of("value", value));
    }

    private void write(
            String phase,
            String name,
            int device,
            int track,
            long nanoseconds,
            Map<String, ?> more,
            Map<String, ?> args) {
        if (count++ == most) {
            throw new TooMany(tick);
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ph", phase);
        event.put("name", name);
        event.put("pid", device);
        event.put("tid", track);
        event.put("ts", microseconds(nanoseconds));
        event.putAll(more);
        event.put("args", args);
        try {
            json.writePOJO(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigDecimal microseconds(long nanoseconds) {
        return BigDecimal.valueOf(nanoseconds, DIGITS);
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
