package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentSchema;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimeModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema and the reference page come from the declared keys; the files in the tree are what the code makes. */
class ProfileSchemaTest {

    private static JsonNode schema;

    @BeforeAll
    static void readSchema() throws Exception {
        schema = new ObjectMapper().readTree(ProfileLibrary.schema());
    }

    @Test
    void theFilesInTheTreeAreThoseOfTheCode(@TempDir Path folder) throws Exception {
        ProfilePages.main(new String[] {folder.toString()});

        List<String> written;
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            written = files.map(file -> folder.relativize(file).toString()).toList();
        }
        assertEquals(2, written.size());
        for (String file : written) {
            assertEquals(
                    Files.readString(Path.of("..").resolve(file)),
                    Files.readString(folder.resolve(file)),
                    file + " is not what the code makes: run ganglion.hardware.library.ProfilePages");
        }
    }

    @Test
    void everyKeyHasATitleADescriptionAndAnExample() {
        List<String> bare = new ArrayList<>();
        collectBareKeys("", schema, bare);

        assertEquals(List.of(), bare);
    }

    private static void collectBareKeys(String place, JsonNode node, List<String> bare) {
        for (Map.Entry<String, JsonNode> key : node.path("properties").properties()) {
            for (String wanted : List.of("title", "description", "examples")) {
                if (key.getValue().path(wanted).isEmpty()
                        && key.getValue().path(wanted).asText().isBlank()) {
                    bare.add(place + "/" + key.getKey() + " has no " + wanted);
                }
            }
        }
        node.properties().forEach(child -> collectBareKeys(place + "/" + child.getKey(), child.getValue(), bare));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectBareKeys(place + "/" + i, node.get(i), bare);
        }
    }

    @Test
    void everyExampleFollowsTheSchemaOfItsKey() throws Exception {
        List<String> wrong = new ArrayList<>();
        collectWrongExamples(schema, wrong);

        assertEquals(List.of(), wrong);
    }

    private static void collectWrongExamples(JsonNode node, List<String> wrong) throws Exception {
        if (node.path("examples").isArray()) {
            var alone = node.deepCopy();
            ((ObjectNode) alone).set("$defs", schema.get("$defs"));
            DocumentSchema ofKey = DocumentSchema.of(alone.toString());
            for (JsonNode example : node.path("examples")) {
                ofKey.problems(new Document("example", example, Map.of()))
                        .forEach(problem -> wrong.add(example + ": " + problem.message()));
            }
        }
        for (JsonNode child : node) {
            collectWrongExamples(child, wrong);
        }
    }

    @Test
    void knowsTheOperationsOfTheCode() {
        TreeSet<String> keys = new TreeSet<>(
                Arrays.stream(Operation.values()).map(Operation::word).toList());

        assertEquals(keys, names("/$defs/energies/properties"));
        TreeSet<String> timed = names("/$defs/times/properties");
        assertTrue(keys.containsAll(timed));
        assertFalse(timed.contains("network-step"));
        keys.forEach(key -> assertEquals(key, Operation.of(key).word()));
    }

    @Test
    void knowsEveryTimeModelOfTheCode() {
        assertEquals(
                TimeModel.class.getPermittedSubclasses().length,
                TimeModelKeys.TYPE.kinds().size());
        assertEquals(
                TimeModelKeys.TYPE.kinds().size(),
                schema.at("/properties/time-model/oneOf").size());
    }

    @ParameterizedTest
    @CsvSource({"energy, ENERGY", "time, TIME", "power, POWER", "memory, MEMORY"})
    void takesEveryUnitThatTheCodeReadsAndNoOther(String definition, Dimension dimension) {
        String pattern = schema.at("/$defs/" + definition + "/pattern").asText();

        for (Dimension other : Dimension.values()) {
            for (String unit : other.factorByUnit().keySet()) {
                boolean ours = dimension.factorByUnit().containsKey(unit);
                assertEquals(ours, ("23.6 " + unit).matches(pattern), unit);
            }
        }
        assertEquals(definition.equals("time"), "1e-3s".matches(pattern));
        assertTrue(dimension.example().matches(pattern));
        assertFalse(("-1 " + dimension.baseUnit()).matches(pattern));
        assertTrue(schema.at("/$defs/" + definition + "/title").asText().startsWith(dimension.description()));
    }

    private static TreeSet<String> names(String pointer) {
        TreeSet<String> names = new TreeSet<>();
        schema.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
