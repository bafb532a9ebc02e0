package ganglion.scenario.experiment.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentSchema;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.format.ScenarioFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schema of a task, with those definitions of the scenario schema in it that mean the same in both. */
final class ExperimentSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LENDER = "classification.schema.json";
    private static final List<String> SHARED = List.of("name", "path", "time", "duration", "frequency");
    private static final List<String> EAR = List.of("frontend", "encoder");

    private ExperimentSchema() {}

    static DocumentSchema of(TaskFormat format) {
        try {
            ObjectNode root = resource(format.schema());
            if (!format.borrowed().isEmpty()) {
                borrow(root, format.borrowed(), resource(LENDER));
            }
            addSeeds(root, resource(LENDER).at("/properties/seeds"));
            JsonNode scenario = MAPPER.readTree(ScenarioFiles.schema());
            ObjectNode definitions = root.withObject("/$defs");
            SHARED.forEach(name -> definitions.set(name, scenario.at("/$defs/" + name)));
            EAR.forEach(name -> definitions.set(name, ear(scenario, name)));
            return DocumentSchema.of(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own schema is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + format.schema(), e);
        }
    }

    private static ObjectNode resource(String name) throws IOException {
        try (InputStream stream = Experiment.class.getResourceAsStream(name)) {
            return (ObjectNode) MAPPER.readTree(stream);
        }
    }

    /** Puts keys of the lender before those of a task, and the definitions that they need. */
    private static void borrow(ObjectNode root, List<String> keys, ObjectNode lender) {
        ObjectNode own = (ObjectNode) root.get("properties");
        ObjectNode all = MAPPER.createObjectNode();
        keys.forEach(key -> all.set(key, lender.at("/properties/" + key)));
        all.setAll(own);
        root.set("properties", all);
        if (keys.contains("network")) {
            root.withObject("/$defs").setAll((ObjectNode) lender.get("$defs"));
        } else {
            root.withObject("/$defs").set("data-set", lender.at("/$defs/data-set"));
        }
    }

    /** Every experiment may ask for several seeds, behind the key for one, unless its task means something else by it. */
    private static void addSeeds(ObjectNode root, JsonNode seeds) {
        ObjectNode own = (ObjectNode) root.get("properties");
        ObjectNode all = MAPPER.createObjectNode();
        own.properties().forEach(entry -> {
            all.set(entry.getKey(), entry.getValue());
            if (entry.getKey().equals("seed") && !own.has("seeds")) {
                all.set("seeds", seeds);
            }
        });
        root.set("properties", all);
    }

    private static JsonNode ear(JsonNode scenario, String name) {
        return scenario.at("/$defs/input/properties/" + name);
    }
}
