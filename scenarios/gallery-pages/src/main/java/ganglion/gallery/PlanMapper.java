package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import ganglion.documents.Document;
import ganglion.documents.InputException;
import ganglion.documents.key.WordType;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.estimate.Boundary;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Binds documents of pictures to records: keys in kebab case, constants by their words, times with units, what is left out empty. */
final class PlanMapper {

    private static final ObjectMapper MAPPER = mapper();

    private PlanMapper() {}

    private static ObjectMapper mapper() {
        SimpleModule values = new SimpleModule()
                .addDeserializer(MapDrawing.Columns.class, word(MapDrawing.Columns.values(), MapDrawing.Columns.RUNS))
                .addDeserializer(Boundary.class, word(Boundary.values(), Boundary.ALWAYS_ON))
                .addDeserializer(OptionalDouble.class, new Text<>(PlanMapper::seconds, OptionalDouble.empty()))
                .addDeserializer(OptionalInt.class, new Text<>(PlanMapper::count, OptionalInt.empty()));
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(values)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .build();
        for (Class<?> type : List.of(String.class, List.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /**
     * The record that a document says.
     *
     * @throws InputException with the place of the first value that does not fit
     */
    static <T> T read(Document document, Class<T> type) throws InputException {
        try {
            return MAPPER.treeToValue(document.root(), type);
        } catch (JsonMappingException e) {
            String pointer = e.getPath().stream()
                    .map(part -> "/" + (part.getFieldName() == null ? part.getIndex() : part.getFieldName()))
                    .collect(Collectors.joining());
            throw new InputException(document.problem(pointer, message(e)));
        } catch (IOException e) {
            throw new InputException(document.problem("", e.getMessage()));
        }
    }

    private static String message(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "found the unknown key \"" + unknown.getPropertyName() + "\", expected one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (fault instanceof InvalidTypeIdException kind) {
            return "found \"" + kind.getTypeId() + "\", expected one of "
                    + Arrays.stream(GalleryDrawing.class
                                    .getAnnotation(JsonSubTypes.class)
                                    .value())
                            .map(JsonSubTypes.Type::name)
                            .collect(Collectors.joining(", "));
        }
        return fault.getCause() instanceof IllegalArgumentException refusal
                ? refusal.getMessage()
                : fault.getOriginalMessage();
    }

    private static OptionalDouble seconds(String text) {
        return OptionalDouble.of(Quantity.parse(text, Dimension.TIME).value());
    }

    private static OptionalInt count(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("found " + text + ", expected a whole number from 1");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static <E extends Enum<E>> Text<E> word(E[] constants, E usual) {
        return new Text<>(
                text -> Arrays.stream(constants)
                        .filter(constant -> WordType.wordOf(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("found \"" + text + "\", expected one of "
                                + Arrays.stream(constants).map(WordType::wordOf).collect(Collectors.joining(", ")))),
                usual);
    }

    /** Values that are read from their text, with what stands for one that is left out. */
    private static final class Text<T> extends JsonDeserializer<T> {

        private final Function<String, T> reader;
        private final T usual;

        Text(Function<String, T> reader, T usual) {
            this.reader = reader;
            this.usual = usual;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return reader.apply(parser.<JsonNode>readValueAsTree().asText());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, e.getMessage(), e);
            }
        }

        @Override
        public T getNullValue(DeserializationContext context) {
            return usual;
        }
    }
}
