package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentSchemaTest {

    private static final DocumentSchema SCHEMA = DocumentSchema.of("""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "required": ["name"],
              "additionalProperties": false,
              "properties": {
                "name": {"type": "string", "minLength": 1},
                "size": {"type": "integer", "minimum": 1},
                "kind": {"enum": ["published", "derived"]},
                "energy": {"$ref": "#/$defs/energy"},
                "inputs": {
                  "type": "array",
                  "maxItems": 3,
                  "items": {
                    "title": "an audio input or a spike input",
                    "oneOf": [{"$ref": "#/$defs/audio"}, {"$ref": "#/$defs/spikes"}]
                  }
                }
              },
              "$defs": {
                "energy": {"type": "string", "pattern": "^[0-9.]+ pJ$", "title": "an energy such as 23.6 pJ"},
                "audio": {
                  "type": "object", "required": ["type", "rate"], "additionalProperties": false,
                  "properties": {"type": {"const": "audio"}, "rate": {"type": "number"}}
                },
                "spikes": {
                  "type": "object", "required": ["type"], "additionalProperties": false,
                  "properties": {"type": {"const": "spikes"}, "neurons": {"type": "integer"}, "ticks": {"type": "integer"}}
                }
              }
            }
            """);

    @Test
    void findsNothingWrongWithWhatFollowsIt() throws InputException {
        assertEquals(List.of(), lines("name: x\nsize: 3\nenergy: 1 pJ\ninputs: [{type: audio, rate: 1}]\n"));
    }

    @Test
    void theFirstThousandMisspeltKeysAreAnsweredWithTheOneMeant() throws InputException {
        StringBuilder text = new StringBuilder("name: x\n");
        for (int i = 0; i <= 1000; i++) {
            text.append(String.format("energy%03x: 1\n", i));
        }

        List<String> lines = lines(text.toString());

        assertEquals(1001, lines.size());
        assertTrue(lines.get(999).endsWith(", did you mean \"energy\"?"), lines.get(999));
        assertTrue(lines.get(1000).endsWith(", inputs"), lines.get(1000));
    }

    /** Each element is a choice of its own, with the errors of both of its branches. */
    @Test
    void ofManyChoicesEachIsToldByItsNearestBranch() throws InputException {
        StringBuilder text = new StringBuilder("name: x\ninputs:\n");
        for (int i = 0; i < 3; i++) {
            text.append("  - {type: audio, rat: ").append(i).append("}\n  - {type: spikes, neurons: x}\n");
        }

        assertEquals(
                List.of(
                        "a:3: /inputs/0/rat",
                        "a:4: /inputs/1/neurons",
                        "a:5: /inputs/2/rat",
                        "a:6: /inputs/3/neurons",
                        "a:7: /inputs/4/rat",
                        "a:8: /inputs/5/neurons"),
                lines(text.toString()).stream()
                        .map(line -> line.replaceFirst("(?<=\\d|rat|neurons): f.*", ""))
                        .filter(line -> !line.startsWith("a:2"))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: x, size: z} | a:1: /size: found "z", expected a value of type integer
            {name: x, nmae: y} | a:1: /nmae: found the unknown key "nmae", expected one of name, size, kind, energy, inputs, did you mean "name"?
            {name: x, energy: 3 m} | a:1: /energy: found "3 m", expected an energy such as 23.6 pJ
            {name: x, energy: [1]} | a:1: /energy: found a list of 1 element, expected an energy such as 23.6 pJ
            [1, 2]             | a:1: found a list of 2 elements, expected a value of type object
            """)
    void saysWhatWasFoundAndWhatWasExpected(String content, String expected) throws InputException {
        assertEquals(List.of(expected), lines(content));
    }

    @Test
    void reportsEveryProblemInTheOrderOfTheLines() throws InputException {
        List<String> lines = lines("energy: none\nname: x\nsize: 0\nextra: 1\n");

        assertEquals(3, lines.size());
        assertEquals(
                List.of("a:1", "a:3", "a:4"),
                lines.stream().map(line -> line.substring(0, 3)).toList());
    }

    @Test
    void reportsOnlyTheAlternativeThatWasMeant() throws InputException {
        List<String> lines = lines("name: x\ninputs:\n  - {type: spikes, neuron: 3}\n  - {type: audio}\n");

        assertEquals(
                List.of(
                        "a:3: /inputs/0/neuron: found the unknown key \"neuron\", expected one of type, neurons, ticks,"
                                + " did you mean \"neurons\"?",
                        "a:4: /inputs/1: found no \"rate\", which is required"),
                lines);
    }

    @Test
    void namesTheAlternativesIfNoneWasMeant() throws InputException {
        assertEquals(
                List.of("a:2: /inputs/0: found 7, expected an audio input or a spike input"),
                lines("name: x\ninputs: [7]\n"));
    }

    @Test
    void throwsWithAllProblemsWhenChecking() {
        InputException refusal = assertThrows(InputException.class, () -> SCHEMA.check(read("size: 0\nextra: 1\n")));

        assertEquals(3, refusal.problems().size());
    }

    private static List<String> lines(String text) throws InputException {
        return SCHEMA.problems(read(text)).stream().map(Problem::oneLine).toList();
    }

    private static Document read(String text) throws InputException {
        return new DocumentReader().read("a", text.getBytes(StandardCharsets.UTF_8));
    }
}
