package ganglion.documents.variable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.Document;
import ganglion.documents.EditorSchema;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import ganglion.documents.ReadLimits;
import ganglion.documents.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of expressions into a document, after everything has been merged into it and before it is held to its schema:
 * what an expression gives is checked like what a file says, and every value keeps its line. A variable may use those
 * above it, so that none can depend on itself. An element of a list with {@code for: i in 0..9} stands for as many, each with its own
 * value of the loop's variable. For one document.
 */
public final class Variables {

    /** The key that declares them, at the root. */
    public static final String KEY = "variables";

    /** As many values as could be written out, and as many passes of loops. */
    private static final int MOST_VALUES = ReadLimits.DEFAULT.values();

    private static final Pattern ONE_LOOP = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s+in\\s+(.+?)\\.\\.(.+)");

    /** Up to here every whole number is a double. */
    private static final double LARGEST_WHOLE = 0x1p53;

    private static final String START = "${";
    private static final char END = '}';

    /** Texts for readers, and values that are put in before expressions are evaluated. */
    private static final Set<String> LITERAL = Set.of("$schema", "description", "extends", "sweep", KEY);

    private final Document document;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private final Set<String> lists = new HashSet<>();
    private final Map<String, String> origins = new HashMap<>();
    private int passes;

    private Variables(Document document) {
        this.document = document;
    }

    /**
     * Replaces, in the tree of a document, each text with expressions: one that is a single expression by a number, any other
     * by a text with the numbers in it; and each element with a loop by those that it stands for.
     */
    public static Variables resolve(Document document) {
        Variables variables = new Variables(document);
        if (document.root() instanceof ObjectNode root) {
            variables.declare(root.path(KEY));
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (!LITERAL.contains(entry.getKey())) {
                    String pointer = JsonPointers.member("", entry.getKey());
                    entry.setValue(variables.replaced(pointer, pointer, entry.getValue()));
                }
            }
        }
        return variables;
    }

    /** What is wrong; empty if every expression has a value. */
    public List<Problem> problems() {
        return problems;
    }

    /** Lists with loops, by the pointers that they were written at. */
    public Set<String> lists() {
        return lists;
    }

    /** Where the values of these lists were written, by where they are now. */
    public Map<String, String> origins() {
        return origins;
    }

    /**
     * The problems of settings that name a variable which a document does not declare: nothing would follow from them.
     *
     * @param pointers where values were set
     */
    public static List<Problem> undeclared(Document document, Set<String> pointers) {
        List<String> declared = new ArrayList<>();
        document.root().path(KEY).fieldNames().forEachRemaining(declared::add);
        String prefix = "/" + KEY + "/";
        return pointers.stream()
                .filter(pointer -> pointer.startsWith(prefix))
                .map(pointer -> pointer.substring(prefix.length()))
                .filter(name -> !declared.contains(name))
                .map(name -> new Problem(
                        "--set",
                        0,
                        prefix + name,
                        "found the unknown variable \"" + name + '"'
                                + (declared.isEmpty()
                                        ? ", expected none"
                                        : Suggestions.expected("one of", name, declared))))
                .toList();
    }

    private void declare(JsonNode declarations) {
        for (Map.Entry<String, JsonNode> entry : declarations.properties()) {
            String pointer = JsonPointers.member("/" + KEY, entry.getKey());
            JsonNode value = replaced(pointer, pointer, entry.getValue());
            entry.setValue(value);
            if (value.isNumber()) {
                values.put(entry.getKey(), value.doubleValue());
            } else if (problems.isEmpty()) {
                problem(pointer, "found " + value + ", expected a number or an expression such as ${2 * scale}");
            }
        }
    }

    /**
     * A value with all expressions evaluated.
     *
     * @param place where it is in the end
     * @param pointer where it was written
     */
    private JsonNode replaced(String place, String pointer, JsonNode node) {
        if (!lists.isEmpty()) {
            origins.put(place, pointer);
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String key = entry.getKey();
                entry.setValue(
                        replaced(JsonPointers.member(place, key), JsonPointers.member(pointer, key), entry.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            List<JsonNode> written = new ArrayList<>();
            array.forEach(written::add);
            if (written.stream().anyMatch(element -> element.has(EditorSchema.LOOP))) {
                lists.add(pointer);
            }
            array.removeAll();
            for (int i = 0; i < written.size(); i++) {
                String of = JsonPointers.element(pointer, i);
                JsonNode loops = written.get(i).path(EditorSchema.LOOP);
                if (loops.isMissingNode()) {
                    array.add(replaced(JsonPointers.element(place, array.size()), of, written.get(i)));
                } else {
                    ObjectNode element = ((ObjectNode) written.get(i)).without(EditorSchema.LOOP);
                    repeat(array, place, of, element, loops.isTextual() ? loops.textValue() : loops.toString());
                }
            }
        } else if (node.isTextual() && node.textValue().contains(START)) {
            return evaluated(pointer, node);
        }
        return node;
    }

    /** Adds an element once for each value of its first loop's variable; the others are within it. */
    private void repeat(ArrayNode array, String place, String pointer, ObjectNode element, String loops) {
        int comma = loops.indexOf(',');
        Matcher first = ONE_LOOP.matcher(comma < 0 ? loops : loops.substring(0, comma));
        String key = JsonPointers.member(pointer, EditorSchema.LOOP);
        if (!first.matches()) {
            problem(key, "found \"" + loops + "\", expected loops such as i in 0..9, or i in 0..2, j in 0..i");
            return;
        }
        String name = first.group(1);
        if (values.containsKey(name)) {
            problem(key, "found the variable \"" + name + "\", which has a value already, expected another name");
            return;
        }
        try {
            double from = bound(first.group(2));
            double to = bound(first.group(3));
            passes += (int) Math.min(Math.max(0, to - from + 1), MOST_VALUES + 1);
            for (double value = from; value <= to; value++) {
                if (passes > MOST_VALUES || origins.size() > MOST_VALUES) {
                    throw new IllegalArgumentException("found loops that make more than " + MOST_VALUES + " values");
                }
                values.put(name, value);
                if (comma >= 0) {
                    repeat(array, place, pointer, element, loops.substring(comma + 1));
                } else {
                    array.add(replaced(JsonPointers.element(place, array.size()), pointer, element.deepCopy()));
                }
                if (!problems.isEmpty()) {
                    break;
                }
            }
        } catch (IllegalArgumentException e) {
            problem(key, e.getMessage());
        } finally {
            values.remove(name);
        }
    }

    private double bound(String text) {
        double bound = Formula.value(text.strip(), values);
        if (bound != Math.rint(bound) || Math.abs(bound) > LARGEST_WHOLE) {
            throw new IllegalArgumentException("found " + text.strip() + " = " + bound + ", expected a whole number");
        }
        return bound;
    }

    /** The value of a text with expressions; the text itself where a problem was noted. */
    private JsonNode evaluated(String pointer, JsonNode node) {
        String text = node.textValue();
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (int start = text.indexOf(START); start >= 0; start = text.indexOf(START, done)) {
            int end = text.indexOf(END, start);
            if (end < 0) {
                problem(pointer, "found \"${\" without a \"}\" behind it, expected an expression such as ${2 * scale}");
                return node;
            }
            JsonNode number;
            try {
                number = number(Formula.value(text.substring(start + START.length(), end), values));
            } catch (IllegalArgumentException e) {
                problem(pointer, e.getMessage());
                return node;
            }
            if (start == 0 && end == text.length() - 1) {
                return number;
            }
            result.append(text, done, start).append(number.asText());
            done = end + 1;
        }
        return TextNode.valueOf(result.append(text, done, text.length()).toString());
    }

    /** A whole number without a point, as a key that takes whole numbers wants it. */
    private static JsonNode number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
        if (!whole) {
            return DoubleNode.valueOf(value);
        }
        return Math.abs(value) <= Integer.MAX_VALUE ? IntNode.valueOf((int) value) : LongNode.valueOf((long) value);
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
