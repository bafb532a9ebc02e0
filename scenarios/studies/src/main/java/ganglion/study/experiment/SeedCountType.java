package ganglion.study.experiment;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.naturalNumber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;

/**
 * A number of seeds, or a list of them. The value is the number of seeds of one experiment: a file with a list becomes one
 * experiment for each seed.
 */
record SeedCountType() implements Type<Integer> {

    private static final int MOST = 100;

    @Override
    public String title(JsonNode example) {
        return "a number of seeds from 1 to " + MOST + ", or a list of different ones";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        listOf("seeds", naturalNumber()).size(1, MOST).ofDifferent().writeSchema(into, definitions);
        into.putArray("type").add("integer").add("array");
        into.put("minimum", 1).put("maximum", MOST);
    }

    @Override
    public Integer read(Place place) {
        return place.node().isArray() ? 1 : place.node().intValue();
    }

    @Override
    public JsonNode write(Integer value) {
        return IntNode.valueOf(value);
    }
}
