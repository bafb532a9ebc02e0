package ganglion.live.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.StdConverter;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.report.files.UnknownValues;
import java.util.Optional;

/** Events as JSON objects: as lines for programs, and as messages for the page. Times are seconds; numbers that are not known are null. */
public final class EventJson {

    private static final ObjectMapper LINES = mapper(ForLines.class);
    private static final ObjectMapper PAGE = mapper(ForPage.class).addMixIn(DevicePower.class, OrderOnPage.class);

    private double tickSeconds;

    /** What lines hold, but messages for the page do not. */
    interface ForLines {}

    /** What messages for the page hold, but lines do not. */
    interface ForPage {}

    @JsonPropertyOrder({"device", "grade", "reason"})
    private interface OrderOnPage {}

    private static ObjectMapper mapper(Class<?> view) {
        JsonMapper mapper = JsonMapper.builder().addModule(new UnknownValues()).build();
        mapper.setConfig(mapper.getSerializationConfig().withView(view));
        return mapper;
    }

    /** The line of an event; empty for frames, of which there are many. The start of a session comes first. */
    public Optional<ObjectNode> of(LiveEvent event) {
        if (event instanceof LiveFrame) {
            return Optional.empty();
        }
        if (event instanceof LiveStart start) {
            tickSeconds = start.tickSeconds();
        }
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("event", event.word())
                .put("tick", event.tick())
                .put("seconds", event.tick() * tickSeconds)
                .setAll(LINES.<ObjectNode>valueToTree(event)));
    }

    /** What the page is told of an event, its type aside. */
    public static ObjectNode forPage(LiveEvent event) {
        return PAGE.valueToTree(event);
    }

    /** Nanoseconds as seconds. */
    static final class Seconds extends StdConverter<Long, Double> {

        @Override
        public Double convert(Long nanoseconds) {
            return nanoseconds * 1e-9;
        }
    }

    /** An empty text as null. */
    static final class NullIfEmpty extends StdConverter<String, String> {

        @Override
        public String convert(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
