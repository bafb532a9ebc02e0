package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.JsonDocument;

/** Makes JSON nodes. Numbers that are not known are null. */
final class JsonNodes {

    private JsonNodes() {}

    /** A record as JSON, its components in their order: null for a number that is none, or is not known. */
    static ObjectNode bound(Record value) {
        return JsonDocument.bound(value);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(Iterable<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** Puts a number, or null if it is not one: JSON knows neither NaN nor infinity. */
    static void putNumber(ObjectNode target, String name, double value) {
        if (Double.isFinite(value)) {
            target.put(name, value);
        } else {
            target.putNull(name);
        }
    }
}
