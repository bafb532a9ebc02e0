package ganglion.scenario.experiment.format;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ganglion.documents.EditorSchema;
import ganglion.scenario.experiment.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema is also the documentation, so it is held to what documentation must have. Modules with further tasks inherit this test, which
 * takes all tasks on the class path.
 */
public class ExperimentSchemaTest {

    private static final Path FORMATS = Path.of("..", "..", "docs", "formats");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static JsonNode root(String task) throws JsonProcessingException {
        return new ObjectMapper().readTree(ExperimentFiles.schema(task));
    }

    private static void collect(String place, JsonNode schema, Map<String, JsonNode> properties) {
        schema.properties().forEach(entry -> {
            if (entry.getKey().equals("properties")) {
                entry.getValue().properties().forEach(property -> {
                    properties.put(place + "/" + property.getKey(), property.getValue());
                    collect(place + "/" + property.getKey(), property.getValue(), properties);
                });
            } else if (entry.getKey().equals("oneOf")) {
                entry.getValue().forEach(choice -> collect(place + choice.hashCode(), choice, properties));
            } else if (entry.getValue().isObject() && !entry.getKey().equals("dependentSchemas")) {
                collect(place + "/" + entry.getKey(), entry.getValue(), properties);
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> documentsEveryPropertyWithExamplesThatItAccepts() throws JsonProcessingException {
        List<DynamicNode> tasks = new ArrayList<>();
        for (String task : Tasks.words()) {
            tasks.add(DynamicContainer.dynamicContainer(task, documents(root(task))));
        }
        return tasks.stream();
    }

    private static Stream<DynamicTest> documents(JsonNode root) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        collect("", root, properties);
        assertTrue(properties.size() > 12, "found only " + properties.size() + " properties");
        return properties.entrySet().stream()
                .map(property -> DynamicTest.dynamicTest(property.getKey(), () -> check(root, property.getValue())));
    }

    private static void check(JsonNode root, JsonNode property) {
        ObjectNode alone = property.deepCopy();
        alone.set("$defs", root.get("$defs"));
        Schema schema = REGISTRY.getSchema(alone);
        assertAll(
                () -> assertFalse(property.path("title").asText().isBlank(), "title"),
                () -> assertTrue(property.path("description").asText().endsWith("."), "description"),
                () -> assertFalse(property.path("examples").isEmpty(), "examples"));
        property.path("examples")
                .forEach(example -> assertEquals(0, schema.validate(example).size(), example::toString));
        if (property.has("default")) {
            assertEquals(0, schema.validate(property.get("default")).size(), "default");
        }
    }

    /** Copies for editors and readers; {@code -Dganglion.update-schemas=true} writes them anew. */
    @ParameterizedTest
    @MethodSource("ganglion.scenario.experiment.task.Tasks#words")
    void theSchemaInTheDocumentationIsThatOfTheCode(String task) throws IOException {
        assertIsPage(
                FORMATS.resolve("schemas").resolve("experiment-" + task + ".schema.json"),
                EditorSchema.of(ExperimentFiles.schema(task)));
    }

    @ParameterizedTest
    @MethodSource("references")
    void theReferenceInTheDocumentationIsThatOfTheCode(String task, String page) throws IOException {
        assertIsPage(FORMATS.resolve(page), ExperimentFiles.reference(task));
    }

    static List<Arguments> references() {
        return Stream.of("classification", "eventprop")
                .filter(Tasks.words()::contains)
                .map(task -> Arguments.of(
                        task, "experiment-reference" + (task.equals("classification") ? "" : "-" + task) + ".md"))
                .toList();
    }

    private static void assertIsPage(Path page, String text) throws IOException {
        if (Boolean.getBoolean("ganglion.update-schemas")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        }
        assertTrue(Files.exists(page), page + " is missing: run with -Dganglion.update-schemas=true");
        assertEquals(
                Files.readString(page),
                text,
                page + " is not what the keys say: run with -Dganglion.update-schemas=true");
    }

    @Test
    void theReferenceHasASectionForEachKindOfLayer() {
        String page = ExperimentFiles.reference("classification");

        for (String title : new String[] {
            "## `/network/layers/*`, where kind is leaky",
            "## `/data/training`, where kind is notes",
            "## `/training/optimiser`, where kind is sgd",
            "## `/features/frontend`"
        }) {
            assertTrue(page.contains(title + "\n"), title);
        }
    }

    @Test
    void anUnknownTaskIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> ExperimentFiles.schema("classificaton"))
                .getMessage();

        assertTrue(message.contains("did you mean \"classification\"?"), message);
    }
}
