package ganglion.report.trace;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    private static final long THOUSAND = 1000;

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
        this.json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeObjectFieldStart("otherData");
        json.writeStringField("format", "ganglion-trace");
        for (Map.Entry<String, String> entry : about.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeStringField("displayTimeUnit", "ns");
        json.writeArrayFieldStart("traceEvents");
    }

    /** What follows is of this tick. */
    void reached(long reached) {
        tick = reached;
    }

    /** A new flow arrow. */
    long newFlow() {
        return flows++;
    }

    /** The name of a device. */
    void process(int device, String name) {
        metadata("process_name", device, 0);
        text("name", name);
        endMetadata();
        metadata("process_sort_index", device, 0);
        number("sort_index", device);
        endMetadata();
    }

    /** The name of a track; tracks are shown in the order of their numbers. */
    void track(int device, int track, String name) {
        metadata("thread_name", device, track);
        text("name", name);
        endMetadata();
        metadata("thread_sort_index", device, track);
        number("sort_index", track);
        endMetadata();
    }

    /** Begins a slice; {@link #end} must follow. Times are in seconds. */
    void slice(int device, int track, String name, double from, double until) {
        try {
            long begins = Math.round(from * NANOSECONDS);
            start("X", name, device, track, begins);
            json.writeFieldName("dur");
            microseconds(Math.round(until * NANOSECONDS) - begins);
            json.writeObjectFieldStart("args");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to the begun slice or counter. */
    void text(String key, String value) {
        try {
            json.writeStringField(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to the begun slice or counter. */
    void number(String key, long value) {
        try {
            json.writeNumberField(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to the begun slice or counter. */
    void number(String key, double value) {
        try {
            json.writeNumberField(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what was begun. */
    void end() {
        try {
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends a slice from which an arrow comes, or to which it goes.
     *
     * @param flow number of the arrow
     */
    void end(long flow, boolean out) {
        try {
            json.writeEndObject();
            json.writeStringField("bind_id", "0x" + Long.toHexString(flow));
            json.writeBooleanField(out ? "flow_out" : "flow_in", true);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a counter from a time on. */
    void counter(int device, String name, double at, double value) {
        try {
            start("C", name, device, 0, Math.round(at * NANOSECONDS));
            json.writeObjectFieldStart("args");
            json.writeNumberField("value", value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end();
    }

    private void metadata(String name, int device, int track) {
        try {
            start("M", name, device, track, 0);
            json.writeObjectFieldStart("args");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endMetadata() {
        end();
    }

    private void start(String phase, String name, int device, int track, long nanoseconds) throws IOException {
        if (count++ == most) {
            throw new TooMany(tick);
        }
        json.writeStartObject();
        json.writeStringField("ph", phase);
        json.writeStringField("name", name);
        json.writeNumberField("pid", device);
        json.writeNumberField("tid", track);
        json.writeFieldName("ts");
        microseconds(nanoseconds);
    }

    private void microseconds(long nanoseconds) throws IOException {
        long part = nanoseconds % THOUSAND;
        json.writeNumber(nanoseconds / THOUSAND + "." + part / 100 + part / 10 % 10 + part % 10);
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
