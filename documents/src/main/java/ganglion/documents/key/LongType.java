package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/** A whole number from 0, of 63 bits: seeds, counts of ticks. */
record LongType() implements Type<Long> {

    @Override
    public String title(JsonNode example) {
        return "a whole number from 0";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "integer").put("minimum", 0).put("maximum", Long.MAX_VALUE);
    }

    @Override
    public Long read(Place place) {
        return place.node().longValue();
    }

    @Override
    public JsonNode write(Long value) {
        return LongNode.valueOf(value);
    }
}
