package ganglion.documents.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions in the values of a document. */
class VariablesTest {

    private static Document document(String yaml) throws InputException {
        return new DocumentReader().read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String resolved(String yaml) throws InputException {
        Document document = document(yaml);
        assertEquals(List.of(), Variables.resolve(document).problems());
        return document.root().toString();
    }

    private static List<String> problems(String yaml) throws InputException {
        return Variables.resolve(document(yaml)).problems().stream()
                .map(Problem::oneLine)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ${round(20683 * scale)}        | 4137
        ${16 * scale}                  | 3.2
        ${16 * scale} pA               | "3.2 pA"
        -${scale} to ${2*scale} pA     | "-0.2 to 0.4 pA"
        ${sqrt(0.25)}                  | 0.5
        ${1 / 3}                       | 0.3333333333333333
        ${if(scale < 1, 7, 8)}         | 7
        ${max(1, 2, 3) - min(4, 5)}    | -1
        ${floor(-0.5) + ceiling(0.5)}  | 0
        ${round(2.5) + round(-2.5)}    | 0
        ${abs(-3) % 2}                 | 1
        ${1e300 * 1e-300}              | 1
        $5 {a}                         | "$5 {a}"
        """)
    void anExpressionIsReplacedByItsValue(String written, String value) throws Exception {
        String yaml = "variables: {scale: 0.2}\nvalue: '" + written + "'\n";

        assertEquals("{\"variables\":{\"scale\":0.2},\"value\":" + value + "}", resolved(yaml));
    }

    @Test
    void aVariableUsesThoseAboveIt() throws Exception {
        assertEquals(
                "{\"variables\":{\"a\":2,\"b\":6},\"list\":[{\"c\":12}]}",
                resolved("variables: {a: 2, b: '${3 * a}'}\nlist: [{c: '${a * b}'}]\n"));
        assertEquals(
                List.of("a.yaml:1: /variables/b: found the unknown variable \"c\", expected one declared before"),
                problems("variables: {b: '${c}', c: 1}\n"));
    }

    @Test
    void textsForReadersAndSweepsStayAsTheyAre() throws Exception {
        String json = "{\"description\":\"${\",\"sweep\":{\"/a\":[\"${x}\"]}}";

        assertEquals(json, resolved(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ${2 * scal}    | found the unknown variable "scal", expected one of scale, did you mean "scale"?
        ${2 *          | found "${" without a "}" behind it, expected an expression such as ${2 * scale}
        ${2 scale}     | found "2 scale", expected an expression of numbers and variables (missing operator)
        ${2 * (3}      | found "2 * (3", expected an expression of numbers and variables (closing brace not found)
        ${1 / 0}       | found "1 / 0", expected an expression of numbers and variables (division by zero)
        ${scale > 1}   | found "scale > 1", expected an expression of numbers and variables (it is not a number)
        ${random()}    | found "random()", expected an expression of numbers and variables (undefined function 'random')
        ${2 ^ 3}       | found "2 ^ 3", expected an expression of numbers and variables (undefined operator '^')
        ${1e999999999} | found "1e999999999", expected an expression of numbers and variables (a number is out of range)
        ${1e300*1e300} | found "1e300*1e300", expected an expression of numbers and variables (a number is out of range)
        ${1e399}       | found "1e399", expected an expression of numbers and variables (a number is out of range)
        ${sqrt(-1)}    | found "sqrt(-1)", expected an expression of numbers and variables (parameter must not be negative)
        ${1e5e5}       | found "1e5e5", expected an expression of numbers and variables (it is not well formed)
        ${round(-)}    | found "round(-)", expected an expression of numbers and variables (it is not well formed)
        ${}            | found "", expected an expression of numbers and variables (empty expression)
        ${round()}     | found "round()", expected an expression of numbers and variables (not enough parameters for function)
        """)
    void anExpressionThatHasNoValueIsRefused(String written, String message) throws Exception {
        assertEquals(
                List.of("a.yaml:3: /list/0: " + message),
                problems("variables: {scale: 0.2}\nlist:\n  - '" + written + "'\n"));
    }

    /** Whatever stands between the braces, there is a value or one line; the library has faults of its own. */
    @Test
    void noTextBreaksTheEvaluation() {
        String[] words = {
            "1", "2.5", "scale", "+", "-", "*", "/", "%", "(", ")", ",", "\"a\"", "'", "if(", "max(", "round(", "sqrt(",
            "floor(", " ", "<", ">=", "==", "0x1F", "0x", "1e5", ".", "[", "]", "$", "{", "e", "1e399", "1e-399",
            "null", "\\", "&", "!", "^"
        };
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(8), 0, words.length).forEach(word -> text.append(words[word]));
            try {
                assertTrue(Double.isFinite(Formula.value(text.toString(), Map.of("scale", 0.2))), text::toString);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("found "), () -> text + ": " + e);
            }
        }
    }

    @Test
    void theLengthOfAnExpressionIsBounded() throws Exception {
        assertEquals(
                List.of("a.yaml:1: /a: found an expression of 401 characters, expected at most 200"),
                problems("a: '${1" + "+1".repeat(200) + "}'\n"));
    }

    @Test
    void aVariableThatIsNoNumberIsRefused() throws Exception {
        assertEquals(
                List.of("a.yaml:1: /variables/a: found \"x\", expected a number or an expression such as ${2 * scale}"),
                problems("variables: {a: x}\n"));
    }

    @Test
    void onlyVariablesThatAreDeclaredCanBeSet() throws Exception {
        Document document = document("variables: {scale: 0.2}\n");

        assertEquals(List.of(), Variables.undeclared(document, Set.of("/variables/scale", "/seed")));
        assertEquals(
                List.of("--set: /variables/scal: found the unknown variable \"scal\", expected one of scale, did you"
                        + " mean \"scale\"?"),
                Variables.undeclared(document, Set.of("/variables/scal")).stream()
                        .map(Problem::oneLine)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [{for: i in 0..2, name: 'p${i}', size: '${n * i}'}]          | [{"name":"p0","size":0},{"name":"p1","size":4},{"name":"p2","size":8}]
        [{a: 1}, {for: i in 1..n/2, b: '${i}'}, {c: 2}]              | [{"a":1},{"b":1},{"b":2},{"c":2}]
        [{for: 'i in 0..1, j in i..1', at: '${i},${j}'}]             | [{"at":"0,0"},{"at":"0,1"},{"at":"1,1"}]
        [{for: i in 1..2, of: [{for: j in 1..i, k: '${10*i + j}'}]}] | [{"of":[{"k":11}]},{"of":[{"k":21},{"k":22}]}]
        [{for: i in 0..-1, b: 1}]                                    | []
        """)
    @DisplayName("An element with a loop stands for one of each value")
    void loops(String written, String value) throws Exception {
        assertEquals(
                "{\"variables\":{\"n\":4},\"value\":" + value + "}",
                resolved("variables: {n: 4}\nvalue: " + written + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        i = 0..9                   | found "i = 0..9", expected loops such as i in 0..9, or i in 0..2, j in 0..i
        3                          | found "3", expected loops such as i in 0..9, or i in 0..2, j in 0..i
        n in 0..9                  | found the variable "n", which has a value already, expected another name
        i in 0..m                  | found the unknown variable "m", expected one of n, did you mean "n"?
        i in 0..n/8                | found n/8 = 0.5, expected a whole number
        i in 0..1e9                | found loops that make more than 1000000 values
        'i in 1..1e12, j in 1..0'  | found loops that make more than 1000000 values
        'i in 1..1e4, j in 1..1e4' | found loops that make more than 1000000 values
        """)
    @DisplayName("A loop that is none is told in one line with its place")
    void wrongLoops(String loops, String problem) throws Exception {
        assertEquals(
                List.of("a.yaml:3: /value/1/for: " + problem),
                problems("variables: {n: 4}\nvalue: [{b: 1},\n  {for: '" + loops + "'}]\n"));
    }

    @Test
    @DisplayName("What elements hold counts, not their number alone")
    void largeElements() throws Exception {
        assertEquals(
                List.of("a.yaml:1: /value/0/for: found loops that make more than 1000000 values"),
                problems("value: [{for: i in 1..3000, b: [" + "1,".repeat(1000) + "1]}]\n"));
    }
}
