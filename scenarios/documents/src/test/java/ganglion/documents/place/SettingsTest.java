package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the command line in a document. */
class SettingsTest {

    private static final String TEXT = "clock:\n  tick: 1 ms\nlist: [1, 2]\nobject: {a: {b: 1}}\n";

    private static Document document() throws InputException {
        return new DocumentReader().read("a.yaml", TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private static Document apply(Document document, Map<String, String> settings) throws InputException {
        return Settings.apply(document, new ReadOptions(settings, Set.of(), false));
    }

    private static Document set(String pointer, String value) throws InputException {
        return apply(document(), Map.of(pointer, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /clock/tick     | 2 ms      | {"tick":"2 ms"}
            /clock/duration | 1 s       | {"tick":"1 ms","duration":"1 s"}
            /clock/strict   | true      | {"tick":"1 ms","strict":true}
            /clock/size     | 3         | {"tick":"1 ms","size":3}
            /clock/tick     | [1, 2]    | {"tick":[1,2]}
            /clock/tick     | {a: 1.5}  | {"tick":{"a":1.5}}
            /clock/a/b      | x         | {"tick":"1 ms","a":{"b":"x"}}
            /clock/a/b/-    | x         | {"tick":"1 ms","a":{"b":["x"]}}
            /clock/tick     | ' '       | {"tick":" "}
            /clock/tick     | null      | {}
            /clock/duration | null      | {"tick":"1 ms"}
            /clock/a/b      | null      | {"tick":"1 ms"}
            """)
    void aValueReplacesAnotherOrIsAdded(String pointer, String value, String clock) throws Exception {
        assertEquals(clock, set(pointer, value).root().get("clock").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /list/0 | 5 | [5,2]
            /list/1 | 5 | [1,5]
            /list/- | 5 | [1,2,5]
            /list/0 | null | [null,2]
            """)
    void anElementReplacesAnotherOrIsAdded(String pointer, String value, String list) throws Exception {
        assertEquals(list, set(pointer, value).root().get("list").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''           | found the empty pointer, expected one to a value such as /clock/duration
            clock        | found "clock", expected a JSON pointer such as /clock/duration
            /list/2      | found element "2", expected 0 to 1, or - to add one
            /list/01     | found element "01", expected 0 to 1, or - to add one
            /clock/tick/a | found nothing at /clock/tick to put a value into
            /list/7/a    | found nothing at /list/7 to put a value into
            """)
    void aPlaceThatCannotBeIsAProblemOfTheCommandLine(String pointer, String message) {
        InputException refusal = assertThrows(InputException.class, () -> set(pointer, "1"));

        assertEquals(
                new Problem("--set", 0, pointer, message), refusal.problems().get(0));
    }

    @Test
    void aKeyOfWhatHasNoneIsNotRemovedInSilence() {
        InputException refusal = assertThrows(InputException.class, () -> set("/clock/tick/a", "null"));

        assertEquals(
                new Problem("--set", 0, "/clock/tick/a", "found no keys at /clock/tick, expected some to remove one"),
                refusal.problems().get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /clock/tikc     | found no key "tikc" to remove in a.yaml, expected one of tick, did you mean "tick"?
            /clokc/tick     | found no key "clokc" to remove in a.yaml, expected one of clock, list, object, did you mean "clock"?
            /object/a/c/d   | found no key "c" to remove in a.yaml, expected one of b, did you mean "b"?
            /list/7/a       | found no key "7" to remove in a.yaml, expected one that is there
            /clock/tick/a   | found no keys at /clock/tick, expected some to remove one
            """)
    void aKeyThatAPersonRemovesMustBeThere(String pointer, String message) {
        ReadOptions typed = new ReadOptions(Map.of(pointer, "null"), Set.of(pointer), false);
        InputException refusal = assertThrows(InputException.class, () -> Settings.apply(document(), typed));

        assertEquals(
                new Problem("--set", 0, pointer, message), refusal.problems().get(0));
    }

    @Test
    void aKeyThatIsThereIsRemovedAsTyped() throws Exception {
        ReadOptions typed = new ReadOptions(Map.of("/object/a/b", "null"), Set.of("/object/a/b"), false);

        assertEquals(
                "{\"a\":{}}",
                Settings.apply(document(), typed).root().get("object").toString());
    }

    @Test
    void everySettingThatCannotBePutInIsAProblem() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("a", "1");
        settings.put("/list/9", "1");
        settings.put("/clock/tick", "2 ms");

        InputException refusal = assertThrows(InputException.class, () -> apply(document(), settings));

        assertEquals(2, refusal.problems().size());
    }

    @Test
    void laterSettingsSeeEarlierOnes() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("/list/-", "3");
        settings.put("/list/2", "4");

        assertEquals("[1,2,4]", apply(document(), settings).root().get("list").toString());
    }

    @Test
    void aValueThatWasSetHasNoLine() throws Exception {
        Document set = set("/object/a", "5");

        assertEquals(2, set.line("/clock/tick"));
        assertEquals(0, set.line("/object/a"));
        assertEquals(0, set.line("/object/a/b"));
    }

    @Test
    void theDocumentThatWasReadStaysAsItWas() throws Exception {
        Document before = document();
        apply(before, Map.of("/clock/tick", "2 ms"));

        assertEquals("1 ms", before.root().at("/clock/tick").asText());
        assertSame(before, apply(before, Map.of()));
    }
}
