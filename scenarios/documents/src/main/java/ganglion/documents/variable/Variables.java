package ganglion.documents.variable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.Document;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the values of expressions into a document, after everything has been merged into it and before it is held to its schema:
 * what an expression gives is checked like what a file says, and every value keeps its line. A variable may use those
 * above it, so that none can depend on itself. For one document.
 */
public final class Variables {

    /** The key that declares them, at the root. */
    public static final String KEY = "variables";

    /** Up to here every whole number is a double. */
    private static final double LARGEST_WHOLE = 0x1p53;

    private static final String START = "${";
    private static final char END = '}';

    /** Texts for readers, and values that are put in before expressions are evaluated. */
    private static final Set<String> LITERAL = Set.of("$schema", "description", "extends", "sweep", KEY);

    private final Document document;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Variables(Document document) {
        this.document = document;
    }

    /**
     * Replaces, in the tree of a document, each text with expressions: one that is a single expression by a number, any other
     * by a text with the numbers in it.
     *
     * @return what is wrong; empty if every expression has a value
     */
    public static List<Problem> resolve(Document document) {
        Variables variables = new Variables(document);
        if (document.root() instanceof ObjectNode root) {
            variables.declare(root.path(KEY));
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (!LITERAL.contains(entry.getKey())) {
                    entry.setValue(variables.replaced(JsonPointers.member("", entry.getKey()), entry.getValue()));
                }
            }
        }
        return variables.problems;
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
            JsonNode value = replaced(pointer, entry.getValue());
            entry.setValue(value);
            if (value.isNumber()) {
                values.put(entry.getKey(), value.doubleValue());
            } else if (problems.isEmpty()) {
                problem(pointer, "found " + value + ", expected a number or an expression such as ${2 * scale}");
            }
        }
    }

    private JsonNode replaced(String pointer, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                entry.setValue(replaced(JsonPointers.member(pointer, entry.getKey()), entry.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(JsonPointers.element(pointer, i), array.get(i)));
            }
        } else if (node.isTextual() && node.textValue().contains(START)) {
            return evaluated(pointer, node);
        }
        return node;
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
