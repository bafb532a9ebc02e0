package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.FigureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema is written by hand; here it is held against the code that reads what it lets through. */
class ProfileSchemaTest {

    private static JsonNode schema;

    @BeforeAll
    static void readSchema() throws Exception {
        schema = new ObjectMapper().readTree(ProfileLibrary.schema());
    }

    @Test
    void knowsTheOperationsOfTheCode() {
        Set<String> keys = new TreeSet<>(words(Operation.values(), Operation::key));

        assertEquals(keys, new TreeSet<>(texts("/$defs/operation/enum")));
        assertEquals(keys, new TreeSet<>(names("/properties/energy/properties")));
        assertTrue(keys.containsAll(names("/properties/time/properties")));
        keys.forEach(key -> assertEquals(key, Operation.of(key).key()));
    }

    @Test
    void knowsTheWordsOfTheCode() {
        assertEquals(
                new TreeSet<>(words(FigureKind.values(), FigureKind::word)), new TreeSet<>(texts("/$defs/kind/enum")));
        assertEquals(words(Execution.values(), Execution::word), texts("/properties/execution/enum"));
        assertEquals(
                words(Accounting.values(), Accounting::word), texts("/$defs/energy-figure/properties/accounting/enum"));
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
        assertTrue("1e-3s".matches(pattern) == definition.equals("time"));
        assertTrue(dimension.example().matches(pattern));
        assertFalse(("-1 " + dimension.baseUnit()).matches(pattern));
        assertTrue(schema.at("/$defs/" + definition + "/title").asText().startsWith(dimension.description()));
    }

    private static List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        schema.at(pointer).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        schema.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }
}
