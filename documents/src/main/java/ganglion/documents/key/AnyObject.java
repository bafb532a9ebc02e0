package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/** An object whose keys depend on something else in the document; its value is its place. */
record AnyObject(String title) implements Type<Place> {

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
    }

    @Override
    public Place read(Place place) {
        return place;
    }

    @Override
    public JsonNode write(Place value) {
        return value.node();
    }
}
