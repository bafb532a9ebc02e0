package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import ganglion.documents.Document;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.number.NeuronScope;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what the schema says of a missing key to what reading one gives: each default of each declaration is written into an
 * object, read back, and compared with what an empty object gives. The keys are found by reflection, so that a new one needs
 * no line here.
 */
class DefaultsTest {

    /** Every key that a static field of a declaration holds, alone, in a shape, or in a list. */
    private static Map<String, Key<?>> keys() {
        Map<String, Key<?>> keys = new LinkedHashMap<>();
        new ClassFileImporter()
                .importPackages("ganglion.scenario.format", "ganglion.cochlea").stream()
                        .filter(type -> !type.getName().endsWith("Test"))
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().toString().contains("STATIC"))
                        .filter(field -> field.getRawType().getName().startsWith("ganglion.documents.key."))
                        .forEach(field -> {
                            Field java = field.reflect();
                            collect(field.getFullName(), value(java), keys);
                        });
        return keys;
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(String name, Object declaration, Map<String, Key<?>> keys) {
        if (declaration instanceof Key<?> key && !keys.containsValue(key)) {
            keys.put(name, key);
            collect(name, key.type(), keys);
        } else if (declaration instanceof Shape<?> shape) {
            shape.keys().forEach(key -> collect(name + "/" + key, key, keys));
        }
    }

    static Stream<Arguments> defaults() {
        return keys().entrySet().stream()
                .filter(entry -> !entry.getValue().writtenDefault().isMissingNode())
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Place object(Key<?> key, String json) throws InputException {
        Shape<Place> root = Shape.of("an object", place -> place, key);
        DocumentSchema schema = SchemaWriter.schema("urn:test:object", "An object.", root);
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Place place = Documents.root(new Document("object.yaml", tree, Map.of()), schema);
        place.reading().setClock(new TickTimes(new Clock(1e-3)));
        place.reading().setContext(DeclaredNames.class, new DeclaredNames());
        new NeuronScope(1, 0, "").enter(place);
        return place;
    }

    @ParameterizedTest
    @MethodSource("defaults")
    <T> void theDefaultOfTheSchemaIsWhatAnEmptyObjectGives(String name, Key<T> key) throws Exception {
        JsonNode written = new ObjectMapper()
                .readTree(SchemaWriter.schema("urn:test:object", "An object.", Shape.of("", place -> place, key))
                        .text())
                .at("/properties/" + key.name() + "/default");
        assertFalse(written.isMissingNode());
        Place given = object(key, "{\"" + key.name() + "\": " + written + "}");

        T missing = key.in(new Place(given.reading(), "", new ObjectMapper().createObjectNode()));

        assertEquals(missing, key.in(given));
        assertEquals(List.of(), given.reading().problems());
    }

    @Test
    void thereAreKeysToCompare() {
        List<String> names = new ArrayList<>();
        defaults().forEach(arguments -> names.add(String.valueOf(arguments.get()[1])));

        assertTrue(names.size() >= 40, names::toString);
        assertTrue(
                names.containsAll(List.of("seed", "threshold", "delay", "connectivity", "placement")), names::toString);
    }

    @Test
    void aDefaultThatTheSchemaTellsDifferentlyIsFound() {
        Key<Integer> wrong = Key.of("wrong", Types.integer()).byDefault(1, 2);

        assertThrows(AssertionError.class, () -> theDefaultOfTheSchemaIsWhatAnEmptyObjectGives("wrong", wrong));
    }
}
