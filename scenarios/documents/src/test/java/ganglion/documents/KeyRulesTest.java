package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {audoi: 1}           | /audoi: found the unknown key "audoi", expected one of audio, spikes, did you mean "audio"?
            {other: 1}           | found none of audio, spikes, expected one of them
            {audoi: 1, spikes: 2} | /audoi: found the unknown key "audoi", expected one of audio, spikes, did you mean "audio"?
            """)
    void aMistypedKeyIsNotAlsoMissing(String content, String expected) throws InputException {
        DocumentSchema closed = DocumentSchema.of("""
                {
                  "type": "object",
                  "properties": {"audio": {}, "spikes": {}},
                  "oneOf": [{"required": ["audio"]}, {"required": ["spikes"]}],
                  "additionalProperties": false
                }
                """);
        Document document = new DocumentReader().read("a", content.getBytes(StandardCharsets.UTF_8));

        List<String> lines =
                closed.problems(document).stream().map(Problem::oneLine).toList();

        assertTrue(lines.contains("a:1: " + expected), lines::toString);
        assertEquals(content.contains("other") ? 2 : 1, lines.size(), lines::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {clocks: 1}   | a:1: /clocks: found the unknown key "clocks", expected one of clock, seed, did you mean "clock"?
            {other: 1}    | a:1: /other: found the unknown key "other", expected one of clock, seed; a:1: found no "clock", which is required
            {sed: 1}      | a:1: /sed: found the unknown key "sed", expected one of clock, seed, did you mean "seed"?; a:1: found no "clock", which is required
            """)
    void aMistypedKeyThatIsRequiredGivesOneLine(String content, String expected) throws InputException {
        DocumentSchema closed = DocumentSchema.of("""
                {
                  "type": "object",
                  "properties": {"clock": {}, "seed": {}},
                  "required": ["clock"],
                  "additionalProperties": false
                }
                """);
        Document document = new DocumentReader().read("a", content.getBytes(StandardCharsets.UTF_8));

        assertEquals(
                List.of(expected.split("; ")),
                closed.problems(document).stream()
                        .map(Problem::oneLine)
                        .sorted()
                        .toList());
    }
}
