package ganglion.report.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TraceEventsTest {

    @Test
    void aFileHoldsAsManyEventsAsItMayAndNoMore() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TraceEvents events = new TraceEvents(file, Map.of(), 3)) {
            events.reached(7);
            events.slice(1, 1, "tick", 0, 1e-6, Map.of());
            events.counter(1, "spikes of a tick", 0, 2);
            events.slice(1, 2, "neurons", 0, 1e-6, Map.of());

            assertEquals(
                    7,
                    assertThrows(TraceEvents.TooMany.class, () -> events.slice(1, 2, "synapses", 0, 1e-6, Map.of()))
                            .tick());
        }

        JsonNode written = new ObjectMapper().readTree(file.toByteArray());
        assertEquals(3, written.path("traceEvents").size());
        assertEquals("neurons", written.at("/traceEvents/2/name").asText());
    }
}
