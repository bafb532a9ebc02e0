package ganglion.documents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the tokens of one document into a tree, counting as it goes. For one use. */
final class TreeBuilder {

    /** A number as JSON and YAML 1.2 write it. YAML 1.1, which the parser follows, takes {@code 1e-3} for a string. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?[eE][-+]?[0-9]{1,3}");

    private final String file;
    private final String text;
    private final ReadLimits limits;
    private final JsonParser parser;
    private final YAMLParser yaml;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;
    private int place;
    private int placeInCodePoints;

    private record Anchored(JsonNode node, int values) {}

    /** @param yaml the same parser if it reads YAML, else null */
    TreeBuilder(String file, String text, ReadLimits limits, JsonParser parser, YAMLParser yaml) {
        this.file = file;
        this.text = text;
        this.limits = limits;
        this.parser = parser;
        this.yaml = yaml;
    }

    Document build() throws IOException, InputException {
        if (parser.nextToken() == null) {
            throw problem("", "found nothing, expected a document");
        }
        JsonNode root = value("", 1);
        if (parser.nextToken() != null) {
            throw problem("", "found more than one document, expected one");
        }
        return new Document(file, root, lines);
    }

    /** Reads the value whose first token is current. */
    private JsonNode value(String pointer, int depth) throws IOException, InputException {
        lines.putIfAbsent(pointer, line());
        count(pointer, 1);
        if (yaml != null && yaml.isCurrentAlias()) {
            return alias(pointer);
        }
        if (parser.getTypeId() != null) {
            throw problem(pointer, "found the tag \"" + parser.getTypeId() + "\", expected a plain value");
        }
        Object anchor = parser.getObjectId();
        int before = values;
        JsonNode node = switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> array(pointer, depth);
            default -> scalar(pointer);
        };
        if (anchor != null) {
            anchors.put(anchor.toString(), new Anchored(node, values - before));
        }
        return node;
    }

    private JsonNode alias(String pointer) throws IOException, InputException {
        Anchored anchored = anchors.get(parser.getText());
        if (anchored == null) {
            throw problem(pointer, "found an alias of \"" + parser.getText() + "\", which is not anchored before it");
        }
        count(pointer, anchored.values());
        return anchored.node().deepCopy();
    }

    private ObjectNode object(String pointer, int depth) throws IOException, InputException {
        checkDepth(pointer, depth);
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String member = JsonPointers.member(pointer, key);
            if (object.has(key)) {
                throw problem(member, "found the key \"" + key + "\" twice, first in line " + lines.get(member));
            }
            lines.put(member, line());
            parser.nextToken();
            object.set(key, value(member, depth + 1));
        }
        return object;
    }

    private ArrayNode array(String pointer, int depth) throws IOException, InputException {
        checkDepth(pointer, depth);
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(JsonPointers.element(pointer, array.size()), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(String pointer) throws IOException, InputException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> nodes.nullNode();
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT -> integer(pointer);
            case VALUE_NUMBER_FLOAT -> finite(pointer, number());
            case VALUE_STRING -> string(pointer);
            default -> throw problem(pointer, "found no value, expected one");
        };
    }

    private JsonNode integer(String pointer) throws IOException, InputException {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> throw problem(pointer, "found " + shortened(parser.getText()) + ", a number beyond 64 bits");
        };
    }

    /** The number that is current: not a number for the words of YAML for what is not finite. */
    private double number() throws IOException {
        try {
            return parser.getDoubleValue();
        } catch (JsonProcessingException e) {
            return Double.NaN;
        }
    }

    private JsonNode finite(String pointer, double number) throws IOException, InputException {
        if (!Double.isFinite(number)) {
            throw problem(pointer, "found " + shortened(parser.getText()) + ", expected a finite number");
        }
        return nodes.numberNode(number);
    }

    private JsonNode string(String pointer) throws IOException, InputException {
        String content = parser.getText();
        if (yaml != null && NUMBER.matcher(content).matches() && !isQuoted()) {
            return finite(pointer, new BigDecimal(content).doubleValue());
        }
        return nodes.textNode(content);
    }

    private boolean isQuoted() {
        // The parser counts code points. From one value to the next, so that the time for all grows with the text only.
        int codePoint = (int) parser.currentTokenLocation().getCharOffset();
        place = text.offsetByCodePoints(place, codePoint - placeInCodePoints);
        placeInCodePoints = codePoint;
        char first = text.charAt(place);
        return !(first == '+' || first == '-' || Character.isDigit(first));
    }

    private void checkDepth(String pointer, int depth) throws InputException {
        if (depth > limits.depth()) {
            throw problem(pointer, "found more than " + limits.depth() + " levels of nesting, the most that is read");
        }
    }

    private void count(String pointer, int more) throws InputException {
        values += more;
        if (values > limits.values()) {
            throw problem(pointer, "found more than " + limits.values() + " values, the most that is read");
        }
    }

    private int line() {
        return Math.max(0, parser.currentTokenLocation().getLineNr());
    }

    private InputException problem(String pointer, String message) {
        return new InputException(List.of(new Problem(file, line(), pointer, message)));
    }

    private static String shortened(String content) {
        return content.length() <= 40 ? content : content.substring(0, 40) + "...";
    }
}
