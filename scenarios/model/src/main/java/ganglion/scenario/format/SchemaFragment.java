package ganglion.scenario.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentSchema;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import java.io.UncheckedIOException;

/** A definition that still stands in a schema file. */
record SchemaFragment(String name) implements Type<Place> {

    private static final String FILE = "/ganglion/scenario/scenario.schema.json";

    @Override
    public String title(JsonNode example) {
        return "";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        try {
            JsonNode all = new ObjectMapper()
                    .readTree(DocumentSchema.ofResource(SchemaFragment.class, FILE)
                            .text())
                    .path("$defs");
            refer(name, all, into, definitions);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refer(String name, JsonNode all, ObjectNode into, Definitions definitions) {
        definitions.refer(name, into, body -> {
            body.setAll((ObjectNode) all.path(name));
            all.path(name)
                    .findValuesAsText("$ref")
                    .forEach(reference -> refer(
                            reference.substring(reference.lastIndexOf('/') + 1),
                            all,
                            new ObjectMapper().createObjectNode(),
                            definitions));
        });
    }

    @Override
    public Place read(Place place) {
        return place;
    }
}
