package ganglion.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between plain values of Java and JSON: texts, numbers, truth values, lists, arrays and maps of these, and null. */
public final class PlainJson {

    private PlainJson() {}

    /**
     * A value as JSON. A path is its absolute text.
     *
     * @throws IllegalArgumentException saying what was found, if it is none of these, or a number is not finite
     */
    public static JsonNode of(Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof CharSequence text) {
            return TextNode.valueOf(text.toString());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        if (value instanceof Path path) {
            return TextNode.valueOf(path.toAbsolutePath().normalize().toString());
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((key, each) -> object.set(key.toString(), of(each)));
            return object;
        }
        return list(value);
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return DecimalNode.valueOf(decimal);
        }
        if (number instanceof BigInteger whole) {
            return BigIntegerNode.valueOf(whole);
        }
        if (!(number instanceof Double || number instanceof Float)) {
            return LongNode.valueOf(number.longValue());
        }
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("found " + number + ", expected a finite number");
        }
        return DoubleNode.valueOf(number.doubleValue());
    }

    private static JsonNode list(Object value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        if (value instanceof Iterable<?> each) {
            each.forEach(element -> array.add(of(element)));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(of(Array.get(value, i)));
            }
        } else {
            throw new IllegalArgumentException("found a " + value.getClass().getName()
                    + ", expected a text, a number, true or false, a path, a list, an array or a map");
        }
        return array;
    }

    /** What JSON holds: a map in its order, a list, a text, a Long, a Double, a Boolean, or null. */
    public static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (Iterator<JsonNode> each = node.elements(); each.hasNext(); ) {
                list.add(plain(each.next()));
            }
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.isBoolean() ? node.booleanValue() : node.isTextual() ? node.textValue() : null;
    }
}
