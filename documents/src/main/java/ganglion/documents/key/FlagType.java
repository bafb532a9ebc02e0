package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/** {@code true} or {@code false}. */
record FlagType() implements Type<Boolean> {

    @Override
    public String title(JsonNode example) {
        return "true or false";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "boolean");
    }

    @Override
    public Boolean read(Place place) {
        return place.node().booleanValue();
    }

    @Override
    public JsonNode write(Boolean value) {
        return BooleanNode.valueOf(value);
    }
}
