package ganglion.learning.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.JsonFault;
import ganglion.documents.ReadFault;
import ganglion.documents.key.WordType;
import ganglion.learning.file.ModelFiles.ModelFileException;
import java.io.IOException;

/** Reads values of a JSON object, and reports the place where something else was found. */
public final class ModelDocument {

    private static final int LARGEST_DOCUMENT = 1 << 22;
    private static final int DEEPEST_NESTING = 32;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxDocumentLength(LARGEST_DOCUMENT)
                    .build())
            .build());

    private final String place;
    private final JsonNode node;

    private ModelDocument(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    /** The document of a name in an archive, of a known format in its first version. */
    public static ModelDocument read(Archive archive, String name, String format) throws ModelFileException {
        return read(archive, name, format, 1);
    }

    /** The document of a name in an archive, of a known format in a version up to the newest. */
    public static ModelDocument read(Archive archive, String name, String format, int newest)
            throws ModelFileException {
        ModelDocument document;
        try {
            document = new ModelDocument(name + ": ", MAPPER.readTree(archive.get(name)));
        } catch (JsonProcessingException e) {
            throw new ModelFileException(name + ": line " + JsonFault.line(e) + ": " + JsonFault.message(e));
        } catch (IOException e) {
            throw new ModelFileException(name + ": cannot be read: " + ReadFault.reason(e));
        }
        if (!document.text("format").equals(format)) {
            throw document.unexpected("format", document.node.get("format"), "\"" + format + "\"");
        }
        int version = document.integer("version");
        if (version < 1 || version > newest) {
            throw document.unexpected(
                    "version",
                    document.node.get("version"),
                    newest == 1 ? "1, the only version there is" : "1 to " + newest);
        }
        return document;
    }

    ModelFileException unexpected(String field, JsonNode found, String expected) {
        String text = found == null ? "nothing" : found.toString();
        return new ModelFileException(place + "/" + field + ": found "
                + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + ", expected " + expected);
    }

    private JsonNode get(String field) {
        return node.isObject() ? node.get(field) : null;
    }

    /** Whether there is a field. */
    public boolean has(String field) {
        return get(field) != null;
    }

    /** A text. */
    public String text(String field) throws ModelFileException {
        JsonNode value = get(field);
        if (value == null || !value.isTextual()) {
            throw unexpected(field, value, "a text");
        }
        return value.textValue();
    }

    /** A whole number, limited to the range of an int. */
    public int integer(String field) throws ModelFileException {
        return Math.toIntExact(Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, longInteger(field))));
    }

    /** A whole number. */
    public long longInteger(String field) throws ModelFileException {
        JsonNode value = get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw unexpected(field, value, "a whole number");
        }
        return value.longValue();
    }

    /** A number. */
    public double number(String field) throws ModelFileException {
        JsonNode value = get(field);
        if (value == null || !value.isNumber()) {
            throw unexpected(field, value, "a number");
        }
        return value.doubleValue();
    }

    /** A number of a model, within its bound. */
    public double parameter(String field) throws ModelFileException {
        double value = number(field);
        if (!(Math.abs(value) <= Rows.LARGEST)) {
            throw unexpected(field, get(field), Rows.EXPECTED);
        }
        return value;
    }

    /** True or false. */
    public boolean truth(String field) throws ModelFileException {
        JsonNode value = get(field);
        if (value == null || !value.isBoolean()) {
            throw unexpected(field, value, "true or false");
        }
        return value.booleanValue();
    }

    /** The constant of an enum that the name in a field stands for. */
    public Object choice(Class<?> type, String field) throws ModelFileException {
        String name = text(field);
        for (Object constant : type.getEnumConstants()) {
            if (WordType.wordOf((Enum<?>) constant).equals(name)) {
                return constant;
            }
        }
        throw unexpected(field, get(field), "the name of a " + type.getSimpleName());
    }

    /** The length of a list. */
    public int length(String field) throws ModelFileException {
        JsonNode value = get(field);
        if (value == null || !value.isArray()) {
            throw unexpected(field, value, "a list");
        }
        return value.size();
    }

    double numberAt(String field, int index) throws ModelFileException {
        JsonNode value = get(field).get(index);
        if (!value.isNumber()) {
            throw unexpected(field + "/" + index, value, "a number");
        }
        return value.doubleValue();
    }

    String textAt(String field, int index) throws ModelFileException {
        JsonNode value = get(field).get(index);
        if (!value.isTextual()) {
            throw unexpected(field + "/" + index, value, "a text");
        }
        return value.textValue();
    }

    /** An object. */
    public ModelDocument at(String field) throws ModelFileException {
        JsonNode value = get(field);
        if (value == null || !value.isObject()) {
            throw unexpected(field, value, "an object");
        }
        return new ModelDocument(place + "/" + field, value);
    }

    /** An object in a list. */
    public ModelDocument at(String field, int index) throws ModelFileException {
        JsonNode value = get(field).get(index);
        if (!value.isObject()) {
            throw unexpected(field + "/" + index, value, "an object");
        }
        return new ModelDocument(place + "/" + field + "/" + index, value);
    }

    /** The error at this place for a value that a constructor refuses. */
    ModelFileException refused(IllegalArgumentException cause) {
        return new ModelFileException(place + ": " + cause.getMessage());
    }

    /** The text of a document. */
    public static byte[] write(JsonNode document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
