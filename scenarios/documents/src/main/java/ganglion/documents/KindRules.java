package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what is wrong with the keys of an object whose kind is named by a word. A schema states this as a list of rules: {@code if} a key is
 * a {@code const}, {@code then} other keys are required, are {@code false}, or have schemas of that kind.
 */
final class KindRules {

    private static final String PROPERTIES = "properties";
    private static final String REFERENCE = "$ref";

    private final JsonNode schemaRoot;
    private final Error error;

    /** The object with the rules, the rules, and the one that failed. */
    private JsonNode object;

    private JsonNode rules;
    private JsonNode rule;

    /** From what holds for the kind to the keyword that failed, that left out. */
    private final List<String> below = new ArrayList<>();

    private KindRules(JsonNode schemaRoot, Error error) {
        this.schemaRoot = schemaRoot;
        this.error = error;
    }

    /** The message for an error that has to do with the kind; absent for all others. */
    static Optional<String> message(JsonNode schemaRoot, Error error) {
        KindRules rules = new KindRules(schemaRoot, error);
        return rules.find() ? rules.message() : Optional.empty();
    }

    /** Finds the innermost rule on the way to the error. */
    private boolean find() {
        NodePath path = error.getEvaluationPath();
        JsonNode grandparent = schemaRoot;
        JsonNode parent = schemaRoot;
        JsonNode node = schemaRoot;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            String name = String.valueOf(path.getElement(i));
            below.add(name);
            if (name.equals("then") && isAboutOneWord(node.path("if"))) {
                object = grandparent;
                rules = parent;
                rule = node;
                below.clear();
            }
            grandparent = parent;
            parent = node;
            node = step(node, name);
        }
        below.removeIf(REFERENCE::equals);
        return rule != null;
    }

    private static boolean isAboutOneWord(JsonNode condition) {
        return condition.path(PROPERTIES).size() == 1
                && condition.path(PROPERTIES).iterator().next().has("const");
    }

    private JsonNode step(JsonNode node, String name) {
        if (name.equals(REFERENCE)) {
            return schemaRoot.at(node.path(REFERENCE).asText().substring(1));
        }
        return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    private Optional<String> message() {
        return switch (error.getKeyword()) {
            case "required" ->
                isDirect()
                        ? Optional.of("found no \"" + error.getProperty() + "\", which " + kind() + " requires")
                        : Optional.empty();
            case "additionalProperties" -> ofAnotherKind(error.getProperty());
            case "false" ->
                below.size() == 2 && below.get(0).equals(PROPERTIES)
                        ? Optional.of(foreign(ownKeys()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a key of the kind itself is missing, not one further down. */
    private boolean isDirect() {
        return below.isEmpty() || below.size() == 2 && below.get(0).equals(PROPERTIES);
    }

    private Optional<String> ofAnotherKind(String key) {
        for (JsonNode other : rules) {
            if (keysBelow(other).contains(key)) {
                return Optional.of(foreign(keysBelow(rule)));
            }
        }
        return Optional.empty();
    }

    /** The keys of the object at the place of the error, by one of the rules. */
    private List<String> keysBelow(JsonNode of) {
        JsonNode node = of.path("then");
        for (String name : below) {
            node = step(resolved(node), name);
        }
        return keys(resolved(node).path(PROPERTIES));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has(REFERENCE) ? step(node, REFERENCE) : node;
    }

    /** The keys that the rule leaves to the object, but for the word. */
    private List<String> ownKeys() {
        List<String> keys = keys(object.path(PROPERTIES));
        keys.removeAll(keys(rule.path("then").path(PROPERTIES)));
        keys.removeAll(keys(rule.path("if").path(PROPERTIES)));
        return keys;
    }

    private static List<String> keys(JsonNode properties) {
        List<String> keys = new ArrayList<>();
        properties.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private String foreign(List<String> expected) {
        return "found a key that does not go with " + kind() + ", expected "
                + (expected.isEmpty() ? "no other key" : "one of " + String.join(", ", expected));
    }

    /** {@code model lif}. */
    private String kind() {
        Map.Entry<String, JsonNode> word =
                rule.path("if").path(PROPERTIES).properties().iterator().next();
        return word.getKey() + " " + word.getValue().path("const").asText();
    }
}
