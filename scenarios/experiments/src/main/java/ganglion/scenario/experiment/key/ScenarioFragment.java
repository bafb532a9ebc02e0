package ganglion.scenario.experiment.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.scenario.format.ScenarioFiles;
import java.util.List;

/**
 * What an audio input of a scenario has under a key, and an experiment in its features, too. It is read together with its
 * neighbours, so its value is its place.
 *
 * @param name the key
 */
record ScenarioFragment(String name) implements Type<Place> {

    private static final List<String> QUANTITIES = List.of("frequency", "duration", "time");

    private static JsonNode scenario() {
        try {
            return new ObjectMapper().readTree(ScenarioFiles.schema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of scenarios is not JSON", e);
        }
    }

    private JsonNode schema() {
        return scenario().at("/$defs/input/properties/" + name);
    }

    @Override
    public String title(JsonNode example) {
        return schema().path("title").asText();
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        JsonNode scenario = scenario();
        ObjectNode unused = into.objectNode();
        QUANTITIES.forEach(quantity -> definitions.refer(
                quantity, unused, body -> body.setAll((ObjectNode) scenario.at("/$defs/" + quantity))));
        definitions.refer(name, into, body -> body.setAll(own()));
    }

    private ObjectNode own() {
        ObjectNode own = schema().deepCopy();
        own.remove(List.of("examples", "default"));
        return own.path("title") instanceof MissingNode ? own.put("title", name) : own;
    }

    @Override
    public Place read(Place place) {
        return place;
    }
}
