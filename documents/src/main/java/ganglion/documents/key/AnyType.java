package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/** Any value, as the document has it. */
record AnyType() implements Type<JsonNode> {

    @Override
    public String title(JsonNode example) {
        return "";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        // Nothing is asked of it.
    }

    @Override
    public JsonNode read(Place place) {
        return place.node();
    }

    @Override
    public JsonNode write(JsonNode value) {
        return value;
    }
}
