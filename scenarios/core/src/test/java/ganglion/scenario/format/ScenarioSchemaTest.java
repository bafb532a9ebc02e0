package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema is also the documentation, so it is held to what documentation must have. */
class ScenarioSchemaTest {

    private static final JsonNode ROOT = parse();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Pattern NARROWING = Pattern.compile("dependentSchemas|dependentRequired|limits-of-.*");

    private static JsonNode parse() {
        try {
            return new ObjectMapper().readTree(ScenarioFiles.schema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code mvn test -pl scenarios/core -am -Dtest=ScenarioSchemaTest -Dganglion.update-schemas=true} writes it. */
    private static final Path COPY = Path.of("..", "..", "docs", "formats", "schemas", "scenario.schema.json");

    @Test
    void isTheCopyThatEditorsRead() throws IOException {
        if (Boolean.getBoolean("ganglion.update-schemas")) {
            Files.writeString(COPY, ScenarioFiles.editorSchema());
        }
        assertEquals(
                Files.readString(COPY),
                ScenarioFiles.editorSchema(),
                "the keys have changed: run this test with -Dganglion.update-schemas=true");
    }

    /** Every schema of a property that documents itself, by its place; those that only forbid or narrow are left out. */
    private static Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        collect("", ROOT, properties);
        return properties;
    }

    private static void collect(String place, JsonNode schema, Map<String, JsonNode> properties) {
        schema.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals("properties")) {
                value.properties().forEach(property -> {
                    String path = place + "/" + property.getKey();
                    properties.put(path, property.getValue());
                    collect(path, property.getValue(), properties);
                });
            } else if (value.isObject() && !NARROWING.matcher(key).matches()) {
                collect(place + "/" + key, value, properties);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> documentsEveryProperty() {
        return properties().entrySet().stream()
                .map(property -> DynamicTest.dynamicTest(property.getKey(), () -> {
                    JsonNode schema = property.getValue();
                    assertAll(
                            () -> assertFalse(schema.path("title").asText().isBlank(), "title"),
                            () -> assertTrue(schema.path("description").asText().endsWith("."), "description"),
                            () -> assertFalse(schema.path("examples").isEmpty(), "examples"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> acceptsItsOwnExamplesAndDefaults() {
        return properties().entrySet().stream()
                .map(property -> DynamicTest.dynamicTest(property.getKey(), () -> {
                    Schema schema = standingAlone(property.getValue());
                    List<JsonNode> values = new ArrayList<>();
                    property.getValue().path("examples").forEach(values::add);
                    if (property.getValue().has("default")) {
                        values.add(property.getValue().get("default"));
                    }
                    for (JsonNode value : values) {
                        assertEquals(List.of(), schema.validate(value), value::toString);
                    }
                }));
    }

    private static Schema standingAlone(JsonNode property) {
        ObjectNode alone = property.deepCopy();
        alone.set("$defs", ROOT.get("$defs"));
        return REGISTRY.getSchema(alone);
    }

    @Test
    void closesEveryObject() {
        List<String> open = new ArrayList<>();
        findOpenObjects("", ROOT, open);
        // Its keys depend on the model; the parameters of each model are closed.
        assertEquals(List.of("/$defs/population/properties/parameters"), open);
    }

    private static void findOpenObjects(String place, JsonNode schema, List<String> open) {
        if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
            open.add(place);
        }
        schema.properties().forEach(entry -> findOpenObjects(place + "/" + entry.getKey(), entry.getValue(), open));
    }

    @Test
    void isAValidSchema() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertEquals(List.of(), meta.validate(ROOT));
    }

    /** Our own check knows only the keywords that declarations write, and must find by these all that is wrong. */
    @Test
    void refusesTheSameDocumentsAsAnotherValidator() throws IOException, InputException {
        Schema theirs = REGISTRY.getSchema(ROOT);
        DocumentSchema ours = DocumentSchema.of(ScenarioFiles.schema());
        JsonNode values = new ObjectMapper().readTree("[-1, 0.5, 7, \"x\", \"2 ms\", [], {}, true, [[1, 2]]]");
        Random random = new Random(1);
        Set<Boolean> answers = new HashSet<>();
        for (Path file : scenariosOfTheGallery()) {
            JsonNode whole = new DocumentReader().read(file).root();
            for (int edit = 0; edit < 20; edit++) {
                JsonNode document = whole.deepCopy();
                List<ObjectNode> objects = new ArrayList<>();
                collectObjects(document, objects);
                ObjectNode object = objects.get(random.nextInt(objects.size()));
                List<String> keys = new ArrayList<>();
                object.fieldNames().forEachRemaining(keys::add);
                String key = keys.get(random.nextInt(keys.size()));
                JsonNode value = values.get(random.nextInt(values.size()));
                object.set(random.nextBoolean() ? key : "model", value);

                boolean valid = theirs.validate(document).isEmpty();
                answers.add(valid);
                List<Problem> problems = ours.problems(new Document("a", document, Map.of()));
                assertEquals(valid, problems.isEmpty(), () -> file + ": " + object + ": " + problems);
            }
        }
        assertEquals(2, answers.size());
    }

    private static List<Path> scenariosOfTheGallery() throws IOException {
        try (Stream<Path> gallery = Files.walk(Path.of("..", "gallery"))) {
            return gallery.filter(file -> file.endsWith("scenario.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void collectObjects(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            objects.add(object);
        }
        node.forEach(child -> collectObjects(child, objects));
    }
}
