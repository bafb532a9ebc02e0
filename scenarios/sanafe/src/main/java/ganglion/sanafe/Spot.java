package ganglion.sanafe;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a document that no schema has checked, with its place. */
record Spot(Document document, String pointer, JsonNode node) {

    private static final int LONGEST_QUOTE = 60;

    /** The root of a file. */
    static Spot root(Path file) throws InputException {
        Document document = new DocumentReader().read(file);
        return new Spot(document, "", document.root());
    }

    Optional<Spot> find(String key) {
        JsonNode member = node.get(key);
        return member == null
                ? Optional.empty()
                : Optional.of(new Spot(document, JsonPointers.member(pointer, key), member));
    }

    Spot at(String key) throws InputException {
        return find(key).orElseThrow(() -> problem("found no \"" + key + "\", expected it"));
    }

    /** The elements of a list. */
    List<Spot> elements() throws InputException {
        if (!node.isArray()) {
            throw problem("found " + found() + ", expected a list");
        }
        List<Spot> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Spot(document, JsonPointers.element(pointer, i), node.get(i)));
        }
        return elements;
    }

    /** The members of an object, in their order. */
    Map<String, Spot> members() throws InputException {
        if (!node.isObject()) {
            throw problem("found " + found() + ", expected an object");
        }
        Map<String, Spot> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            members.put(name, new Spot(document, JsonPointers.member(pointer, name), member.getValue()));
        }
        return members;
    }

    /** The text of a scalar; a name may look like a number. */
    String text() throws InputException {
        if (!node.isValueNode() || node.isNull()) {
            throw problem("found " + found() + ", expected a text");
        }
        return node.asText();
    }

    double number() throws InputException {
        if (!node.isNumber()) {
            throw problem("found " + found() + ", expected a number");
        }
        return node.doubleValue();
    }

    double notNegative() throws InputException {
        double value = number();
        if (value < 0) {
            throw problem("found " + value + ", expected a number of at least 0");
        }
        return value;
    }

    int whole(int least, int most) throws InputException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw problem("found " + found() + ", expected a whole number from " + least + " to " + most);
        }
        return node.intValue();
    }

    /** Whether something is on: {@code true} or {@code True}, or a number that is not 0. */
    boolean truth() throws InputException {
        if (node.isNumber()) {
            return node.doubleValue() != 0;
        }
        String text = node.asText();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw problem("found " + found() + ", expected true or false");
        }
        return text.equalsIgnoreCase("true");
    }

    /** The value as it is quoted in a message. */
    String found() {
        if (node.isContainerNode()) {
            return node.isArray() ? "a list" : "an object";
        }
        String text = node.asText();
        String quoted = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return node.isTextual() ? '"' + quoted + '"' : quoted;
    }

    InputException problem(String message) {
        return new InputException(new Problem(document.file(), document.line(pointer), pointer, message));
    }
}
