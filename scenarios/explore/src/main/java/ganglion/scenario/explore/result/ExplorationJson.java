package ganglion.scenario.explore.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.estimate.Boundary;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/** Binds what a search finds to JSON and back, to the last bit. What is unknown is left out. */
public final class ExplorationJson {

    /** Value of {@code format} in {@code result.json}. */
    public static final String FORMAT = "ganglion-exploration";

    private static final int VERSION = 3;
    private static final ObjectMapper MAPPER = mapper();

    private ExplorationJson() {}

    private static ObjectMapper mapper() {
        SimpleModule values = new SimpleModule()
                .addSerializer(Boundary.class, new Word())
                .addSerializer(OptionalDouble.class, new Number())
                .addDeserializer(OptionalDouble.class, new NumberBack())
                .addSerializer(Optional.class, new Value())
                .addDeserializer(Optional.class, new OutcomeBack());
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(values)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        JsonInclude.Value known =
                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
        mapper.configOverride(OptionalDouble.class).setInclude(known);
        mapper.configOverride(Optional.class).setInclude(known);
        return mapper;
    }

    /** The document of {@code result.json}. All but the seconds of its {@code end} is the same for the same search, seed and number of trials. */
    public static ObjectNode document(Exploration found) {
        return JsonDocument.start(FORMAT, VERSION).setAll((ObjectNode) of(found));
    }

    /** A record as JSON. */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The same back. @throws IllegalStateException if it is not of that type */
    public static <T> T read(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds what is no " + type.getSimpleName(), e);
        }
    }

    private static final class Word extends JsonSerializer<Boundary> {
        @Override
        public void serialize(Boundary boundary, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(boundary.word());
        }
    }

    private static final class Number extends JsonSerializer<OptionalDouble> {
        @Override
        public boolean isEmpty(SerializerProvider provider, OptionalDouble value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(OptionalDouble value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeNumber(value.getAsDouble());
        }
    }

    private static final class NumberBack extends JsonDeserializer<OptionalDouble> {
        @Override
        public OptionalDouble deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return OptionalDouble.of(json.getDoubleValue());
        }

        @Override
        public OptionalDouble getNullValue(DeserializationContext context) {
            return OptionalDouble.empty();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Value extends JsonSerializer<Optional> {
        @Override
        public boolean isEmpty(SerializerProvider provider, Optional value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Optional value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.get(), json);
        }
    }

    /** What is read back may lack one thing only: an outcome on the test set. */
    @SuppressWarnings("rawtypes")
    private static final class OutcomeBack extends JsonDeserializer<Optional> {
        @Override
        public Optional deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Optional.of(context.readValue(json, DeviceOutcome.class));
        }

        @Override
        public Optional getNullValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
