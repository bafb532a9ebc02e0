package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.JsonPointers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tree of values, each of which remembers where it was written. Layers are laid over each other as by JSON Merge Patch
 * (RFC 7396): objects are merged key by key, null removes a key, everything else replaces. Beyond the RFC, lists whose
 * elements all have a name are merged name by name, and new names are added at the end.
 *
 * @param root the values
 * @param places where each was written, by JSON pointer
 */
record DocumentLayer(JsonNode root, Map<String, Written> places) {

    /** A line of a file. */
    record Written(String file, int line) {}

    static DocumentLayer of(Document document) {
        Map<String, Written> places = new HashMap<>();
        document.lines().forEach((pointer, line) -> places.put(pointer, new Written(document.file(), line)));
        return new DocumentLayer(document.root(), places);
    }

    /** This with another laid over it. */
    DocumentLayer under(DocumentLayer upper) {
        Merge merge = new Merge(this, upper);
        return new DocumentLayer(merge.merged("", root, "", upper.root, ""), merge.places);
    }

    /** One merge of two layers, which notes where the values of the result come from. */
    private static final class Merge {

        private static final String NAME = "name";

        private final DocumentLayer lower;
        private final DocumentLayer upper;
        private final Map<String, Written> places = new HashMap<>();

        Merge(DocumentLayer lower, DocumentLayer upper) {
            this.lower = lower;
            this.upper = upper;
        }

        /** Three pointers, because a named element may stand at another index in each layer and in the result. */
        JsonNode merged(String place, JsonNode below, String belowPlace, JsonNode above, String abovePlace) {
            if (below.isObject() && above.isObject()) {
                note(place, upper, abovePlace);
                return objects(place, below, belowPlace, above, abovePlace);
            }
            if (isNamed(below) && isNamed(above)) {
                note(place, upper, abovePlace);
                return lists(place, below, belowPlace, above, abovePlace);
            }
            return copied(place, above, upper, abovePlace);
        }

        private ObjectNode objects(String place, JsonNode below, String belowPlace, JsonNode above, String abovePlace) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : below.properties()) {
                String key = entry.getKey();
                String target = JsonPointers.member(place, key);
                String source = JsonPointers.member(belowPlace, key);
                if (!above.has(key)) {
                    result.set(key, copied(target, entry.getValue(), lower, source));
                } else if (!above.get(key).isNull()) {
                    String over = JsonPointers.member(abovePlace, key);
                    result.set(key, merged(target, entry.getValue(), source, above.get(key), over));
                }
            }
            for (Map.Entry<String, JsonNode> entry : above.properties()) {
                if (!below.has(entry.getKey()) && !entry.getValue().isNull()) {
                    String key = entry.getKey();
                    String source = JsonPointers.member(abovePlace, key);
                    result.set(key, copied(JsonPointers.member(place, key), entry.getValue(), upper, source));
                }
            }
            return result;
        }

        private ArrayNode lists(String place, JsonNode below, String belowPlace, JsonNode above, String abovePlace) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            Map<String, Integer> changes = new LinkedHashMap<>();
            for (int i = 0; i < above.size(); i++) {
                changes.put(above.get(i).get(NAME).asText(), i);
            }
            for (int i = 0; i < below.size(); i++) {
                String target = JsonPointers.element(place, result.size());
                String source = JsonPointers.element(belowPlace, i);
                Integer change = changes.remove(below.get(i).get(NAME).asText());
                result.add(
                        change == null
                                ? copied(target, below.get(i), lower, source)
                                : merged(
                                        target,
                                        below.get(i),
                                        source,
                                        above.get(change),
                                        JsonPointers.element(abovePlace, change)));
            }
            for (int added : changes.values()) {
                String target = JsonPointers.element(place, result.size());
                result.add(copied(target, above.get(added), upper, JsonPointers.element(abovePlace, added)));
            }
            return result;
        }

        private static boolean isNamed(JsonNode list) {
            if (!list.isArray()) {
                return false;
            }
            for (JsonNode element : list) {
                if (!element.path(NAME).isTextual()) {
                    return false;
                }
            }
            return !list.isEmpty();
        }

        private JsonNode copied(String place, JsonNode value, DocumentLayer from, String source) {
            note(place, from, source);
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String key = entry.getKey();
                copied(JsonPointers.member(place, key), entry.getValue(), from, JsonPointers.member(source, key));
            }
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                copied(JsonPointers.element(place, i), value.get(i), from, JsonPointers.element(source, i));
            }
            return value;
        }

        private void note(String place, DocumentLayer from, String source) {
            Written written = from.places.get(source);
            if (written != null) {
                places.put(place, written);
            }
        }
    }
}
