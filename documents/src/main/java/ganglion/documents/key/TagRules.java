package ganglion.documents.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schema of one object with the keys of several kinds, and a rule for each kind: which keys it needs, and which it does
 * not have.
 *
 * @param tag the key that names the kind
 * @param kinds in the order in which pages and messages list them
 * @param untagged what an object without the tag is, if there is such
 */
record TagRules(Key<String> tag, List<? extends KindsByTag.Kind<?>> kinds, Optional<? extends Shape<?>> untagged) {

    void write(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
        ObjectNode properties = into.putObject("properties");
        tag.writeSchema(properties, definitions);
        Map<String, Key<?>> all = allKeys();
        all.values().forEach(key -> key.writeSchema(properties, definitions));
        writeRequired(into);
        ArrayNode rules = into.putArray("allOf");
        for (KindsByTag.Kind<?> kind : kinds) {
            writeRule(KindsByWord.whereWordIs(rules, tag.name(), kind.word()), kind.shape(), all, definitions);
        }
        into.put("additionalProperties", false);
    }

    /** The tag, or else what an object without it must have. */
    private void writeRequired(ObjectNode into) {
        if (untagged.isEmpty()) {
            into.putArray("required").add(tag.name());
            return;
        }
        ArrayNode choice = into.putArray("oneOf");
        choice.addObject().putArray("required").add(tag.name());
        ArrayNode required = choice.addObject().putArray("required");
        untagged.get().keys().stream().filter(Key::isRequired).forEach(key -> required.add(key.name()));
    }

    /** Keys of the first kind as they come, then those of the next; keys that all kinds have come last. */
    private Map<String, Key<?>> allKeys() {
        Map<String, Key<?>> some = new LinkedHashMap<>();
        Map<String, Key<?>> common = new LinkedHashMap<>();
        for (KindsByTag.Kind<?> kind : kinds) {
            for (Key<?> key : kind.shape().keys()) {
                boolean everywhere =
                        kinds.stream().allMatch(other -> other.shape().keys().contains(key));
                (everywhere ? common : some).put(key.name(), key);
            }
        }
        some.putAll(common);
        untagged.ifPresent(shape -> shape.keys().forEach(key -> some.put(key.name(), key)));
        return some;
    }

    private static void writeRule(ObjectNode then, Shape<?> shape, Map<String, Key<?>> all, Definitions definitions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        shape.writeBody(body, definitions);
        body.remove(List.of("type", "properties", "additionalProperties"));
        then.setAll(body);
        List<String> foreign = new ArrayList<>(all.keySet());
        shape.keys().forEach(key -> foreign.remove(key.name()));
        if (!foreign.isEmpty()) {
            ObjectNode forbidden = then.putObject("properties");
            foreign.forEach(key -> forbidden.put(key, false));
        }
    }
}
