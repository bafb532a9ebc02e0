package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of texts that are no YAML or no JSON: what was found where, and what was expected, in our words. */
class SyntaxFaultTest {

    private static final String VALUE =
            ", expected a text in double quotes, a finite number, true, false, null, an object or a list";

    private static final String FOREIGN =
            "(?i).*(jackson|snakeyaml|StreamRead|redacted|feature|token|scanning|parsing|CTRL-CHAR|\\(code).*";

    private static String refusal(String name, String content) {
        InputException refusal = assertThrows(
                InputException.class,
                () -> new DocumentReader().read(name, content.getBytes(StandardCharsets.UTF_8)),
                content);
        String message = refusal.getMessage();
        assertEquals(1, message.lines().count(), message);
        assertFalse(message.matches(FOREIGN), message);
        return message;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                | the end of the file, expected the end of what was begun
            "a               | the end of the file, expected the end of what was begun
            {"a" 1}          | '1' in column 6, expected a colon after the key
            {'a': 1}         | ''' in column 2, expected a key in double quotes
            {"a": 1,}        | '}' in column 9, expected a key in double quotes
            [1 2]            | '2' in column 4, expected a comma, or the end of the object or list
            {"a": 1.}        | '}' in column 8, expected a digit
            {"a": 01}        | a number in column 8, expected one without leading zeros or plus, such as 12 or -0.5
            {"a": 1}}        | '}' in column 9, expected it only after what it closes
            {"a": [1}        | '}' in column 9, expected ']'
            "\\q"             | the escape \\q in column 3, expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000
            "\\u00zz"         | 'z' in column 6, expected four hexadecimal digits after \\u
            """)
    void tellsWhatIsNoJson(String content, String found) {
        assertEquals("a.json:1: not valid JSON: found " + found, refusal("a.json", content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s: 1", "\"%s\": 1"})
    void tellsWhichKeyOfYamlIsTooLong(String line) throws InputException {
        String key = "k".repeat(1020);
        byte[] fine = line.formatted(key).getBytes(StandardCharsets.UTF_8);
        assertEquals(1, new DocumentReader().read("a.yaml", fine).root().size());

        String message = refusal("a.yaml", "a: 1\n" + line.formatted(key + "12345") + "\n");

        assertTrue(message.startsWith("a.yaml:2: not valid YAML: found \":\" in column 10"), message);
        assertTrue(message.endsWith(", expected a key of at most 1024 characters"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": foo}       | "foo"
            {"a": tru}       | "tru"
            {"a": NaN}       | "NaN"
            // comment       | '/'
            """)
    void tellsWhatIsNoValueOfJson(String content, String found) {
        String message = refusal("a.json", content);

        assertTrue(message.startsWith("a.json:1: not valid JSON: found " + found + " in column "), message);
        assertTrue(message.endsWith(VALUE), message);
    }

    @Test
    void namesWhatCannotBeSeen() {
        assertEquals(
                "a.json:2: not valid JSON: found a control character in column 4, expected it written as \\n, \\t or \\u0000",
                refusal("a.json", "\n\"ab\u0001\""));
        assertTrue(refusal("a.json", "\u2028{}").contains("found the character U+2028 in column "));
        assertTrue(refusal("a.json", "[" + "1".repeat(2000) + "]").contains("longer than any that is read"));
        assertEquals(
                "a.yaml:2: not valid YAML: found the character U+0007, expected text without control characters",
                refusal("a.yaml", "a: b\nc: \u0007\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: @b            | 1 | "@b" in column 4, expected a value that begins with another character, or in quotes
            a: b: c          | 1 | ":" in column 5, expected one key in a line, and quotes around a text with a colon
            a: [1, 2         | 1 | the end of the file in column 9, expected the end of what was begun in line 1
            a: "b            | 1 | the end of the file in column 6, expected the end of what was begun in line 1
            a: [1}           | 1 | "}" in column 6, expected a comma or ]
            a: {b: 1]        | 1 | "]" in column 9, expected a comma or }
            a:~\\tb: 1        | 2 | a tab in column 1, expected blanks: tabs do not indent
            a:~  - b~ c: 1   | 3 | "c:" in column 2, expected what begins in the column of the lines above
            a: "b\\q"         | 1 | "q"" in column 7, expected an escape that YAML knows, or single quotes around the text
            a~b: 1           | 2 | ":" in column 2, expected one key in a line, and quotes around a text with a colon
            """)
    void tellsWhatIsNoYaml(String content, int line, String found) {
        String text = content.replace("~", "\n").replace("\\t", "\t");

        assertEquals("a.yaml:" + line + ": not valid YAML: found " + found, refusal("a.yaml", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: !<%> b", "a: & b", "%YAML 9.9\n---\na: b", "a: |9x\n  b", "...\nx: y: z", "- a\nb: c"})
    void neverSpeaksTheWordsOfALibrary(String content) {
        String message = refusal("a.yaml", content);

        assertTrue(message.contains("not valid YAML: found "), message);
        assertTrue(message.contains(", expected "), message);
    }
}
