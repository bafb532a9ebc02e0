package ganglion.equations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges that a text gives for its parameters and weights. */
class ValueRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.5 in 0..1      | 0.5  |
        0.5 in 0..1      | 1    |
        0.5 in 0..1      | 1.01 | found 1.01 as U, expected a number in 0..1
        0.5 in 0..1      | -0.1 | found -0.1 as U, expected a number in 0..1
        5 in 2..         | 1e9  |
        5 in 2..         | 1.9  | found 1.9 as U, expected a number in 2..
        5 in ..7         | 7.1  | found 7.1 as U, expected a number in ..7
        5 ms above 0     | 0    | found 0.0 as U, expected a number above 0
        5 ms above 0     | 1e-9 |
        5 ms in 1..0.01 s | 11   | found 11.0 as U, expected a number in 1..0.01 s
        """)
    @DisplayName("A parameter keeps to the range that its text gives")
    void ranges(String written, String value, String expected) {
        SynapseEquations equations = model(Map.of("U", written), "1");
        if (expected == null) {
            assertEquals(Double.parseDouble(value), equations.value("U", Double.parseDouble(value)));
        } else {
            ModelException e =
                    assertThrows(ModelException.class, () -> equations.value("U", Double.parseDouble(value)));
            assertEquals(
                    "U: " + expected.replace(".0 as", " as"),
                    e.part() + ": " + e.getMessage().replace(".0 as", " as"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2 in 0..1   | 1            | parameters: found 2 in 0..1 as U, expected a number in 0..1
        2 in 0      | 1            | parameters: found "2 in 0", expected such as 0.5 in 0..1, 2 in 0.. or 5 ms above 0 ms
        2 in 0..ms  | 1            | parameters: found "ms", expected a quantity in 1
        2 in 0..1 s | 1            | parameters: found "1 s", expected a quantity in 1
        1 in 2..0   | 1            | parameters: found "1 in 2..0", expected the lower end of the range first
        2 ms        | 1 in 0..U    | weight-unit: found U, which is in ms, as end of a range in 1, expected the same unit
        2           | 5 mV         | weight-unit: found "5 mV", expected a unit without a number
        2           | 1 in 0..5 mV | weight-unit: found "5 mV", expected a quantity in 1
        """)
    @DisplayName("A range that is none is refused")
    void wrongRanges(String parameter, String weights, String expected) {
        ModelException e = assertThrows(ModelException.class, () -> model(Map.of("U", parameter), weights));
        String found = e.part() + ": " + e.getMessage();
        assertTrue(found.startsWith(expected), found);
    }

    @Test
    @DisplayName("Weights start in the range of their text, whose ends may be parameters")
    void weightRange() {
        EquationSynapses synapses = new EquationSynapses(model(Map.of("U", "3"), "1 in 0..U"), Map.of("U", 2.0), 1);
        assertArrayEquals(new double[] {0, 2}, new double[] {synapses.smallestWeight(), synapses.largestWeight()});
    }

    @Test
    @DisplayName("Ranges tell no rule from another, since they change no result")
    void fingerprint() {
        String wide = new EquationSynapses(model(Map.of("U", "3"), "1"), Map.of(), 1).toString();
        assertEquals(wide, new EquationSynapses(model(Map.of("U", "3 in 0..5"), "1 in 0..U"), Map.of(), 1).toString());
        assertNotEquals(wide, new EquationSynapses(model(Map.of("U", "4"), "1"), Map.of(), 1).toString());
    }

    private static SynapseEquations model(Map<String, String> parameters, String weightUnit) {
        ModelText text =
                new ModelText("own", "", parameters, Map.of(), new ModelText.Events("", weightUnit, "", "", ""), "");
        return SynapseEquations.of(text, "effect = w", "", "");
    }
}
