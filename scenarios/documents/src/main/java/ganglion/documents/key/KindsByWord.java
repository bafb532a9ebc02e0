package ganglion.documents.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One of several kinds, which one key of an object names while another holds its parameters: {@code model: lif} and {@code
 * parameters: {beta: 0.9}}. The map of kinds is the only place that knows them all. The object's shape lists both keys and
 * takes the rule with {@link Shape#choosing}: for each kind, its own parameters and no others.
 *
 * @param word names the kind
 * @param body holds the parameters
 * @param kinds type of the parameters by word, in the order in which pages and messages list them
 * @param others what the body is where the word is a name that the document declares; it may then be left out; empty if there are no such names
 * @param <T> what all kinds have in common
 */
public record KindsByWord<T>(
        Key<String> word, Key<Place> body, Map<String, Type<? extends T>> kinds, Optional<Type<?>> others) {

    public KindsByWord {
        kinds = new LinkedHashMap<>(kinds);
    }

    /** Kinds that are all known. */
    public KindsByWord(Key<String> word, Key<Place> body, Map<String, Type<? extends T>> kinds) {
        this(word, body, kinds, Optional.empty());
    }

    /** What an object that follows the schema has. */
    public T read(Place object) {
        return kinds.get(word.in(object)).read(body.at(object));
    }

    /** Adds {@code if ... then ...} for each kind to the schema of the object. */
    void writeRules(ObjectNode schema, Definitions definitions) {
        ArrayNode rules = schema.withArrayProperty("allOf");
        kinds.forEach((name, type) -> {
            ObjectNode then = whereWordIs(rules, word.name(), name);
            type.writeSchema(then.putObject("properties").putObject(body.name()), definitions);
            others.ifPresent(any -> then.putArray("required").add(body.name()));
        });
        others.ifPresent(type -> {
            ObjectNode rule = rules.addObject();
            kinds.keySet()
                    .forEach(rule.putObject("if")
                            .putObject("properties")
                            .putObject(word.name())
                            .putArray("enum")::add);
            ObjectNode otherwise =
                    rule.putObject("else").putObject("properties").putObject(body.name());
            type.writeSchema(otherwise, definitions);
        });
    }

    /** Adds a rule for the objects in which a key is a word, and gives what is to hold for them. */
    static ObjectNode whereWordIs(ArrayNode rules, String key, String word) {
        ObjectNode rule = rules.addObject();
        ObjectNode condition = rule.putObject("if");
        condition.putObject("properties").putObject(key).put("const", word);
        condition.putArray("required").add(key);
        return rule.putObject("then");
    }
}
