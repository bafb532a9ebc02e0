package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.place.Place;

/**
 * The one word that a key may have, such as the task of an experiment.
 *
 * @param word the word, which is also what messages expect
 */
record ConstantType(String word) implements Type<String> {

    @Override
    public String title(JsonNode example) {
        return word;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("const", word);
    }

    @Override
    public String read(Place place) {
        return place.text();
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }
}
