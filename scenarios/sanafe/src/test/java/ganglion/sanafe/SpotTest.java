package ganglion.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of documents that no schema has checked, and what is made of them. */
class SpotTest {

    @TempDir
    private Path folder;

    private Spot root;

    private Spot read(String text) throws Exception {
        return Spot.root(Files.writeString(folder.resolve("net.yaml"), text));
    }

    @BeforeEach
    void read() throws Exception {
        root = read("text: a\nnumber: 2.5\nwhole: 7\nlist: [1, 2]\nobject: {b: 1, a: True}\nempty:\n");
    }

    private static Problem problem(Executable reading) {
        return assertThrows(InputException.class, reading).problems().get(0);
    }

    @Test
    void aValueIsReadAsWhatItIs() throws Exception {
        assertEquals("a", root.at("text").text());
        assertEquals("7", root.at("whole").text());
        assertEquals(2.5, root.at("number").number());
        assertEquals(2.5, root.at("number").notNegative());
        assertEquals(7, root.at("whole").whole(0, 7));
        assertEquals(2, root.at("list").elements().size());
        assertEquals(List.of("b", "a"), List.copyOf(root.at("object").members().keySet()));
    }

    @Test
    void aProblemHasItsLineAndPointer() {
        Problem problem = problem(() -> root.at("object").at("b").whole(2, 3));

        assertEquals("/object/b", problem.pointer());
        assertEquals(5, problem.line());
        assertEquals("found 1, expected a whole number from 2 to 3", problem.message());
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        assertEquals(
                "found a list, expected a text",
                problem(() -> root.at("list").text()).message());
        assertEquals(
                "found \"a\", expected a number",
                problem(() -> root.at("text").number()).message());
        assertEquals(
                "found \"a\", expected a list",
                problem(() -> root.at("text").elements()).message());
        assertEquals(
                "found a list, expected an object",
                problem(() -> root.at("list").members()).message());
        assertEquals(
                "found 2.5, expected a whole number from 0 to 9",
                problem(() -> root.at("number").whole(0, 9)).message());
        assertEquals(
                "found \"a\", expected true or false",
                problem(() -> root.at("text").truth()).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "1", "-0.5", "\"TRUE\""})
    void whatIsOnIsTrue(String text) throws Exception {
        assertTrue(read("x: " + text + "\n").at("x").truth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "0", "0.0"})
    void whatIsOffIsFalse(String text) throws Exception {
        assertFalse(read("x: " + text + "\n").at("x").truth());
    }

    @Test
    void aLongTextIsCutInMessages() throws Exception {
        String found = read("x: " + "y".repeat(100) + "\n").at("x").found();

        assertEquals('"' + "y".repeat(60) + "...\"", found);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", "0..3, 0, 3", "12..12, 12, 12"})
    void aRangeHasAFirstAndALastNumber(String text, int first, int last) throws Exception {
        NameRange range = NameRange.of(text, root);

        assertEquals(new NameRange(first, last), range);
        assertEquals(last - first + 1, range.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3..", "3..2", "-1", "1...2", "9999999999"})
    void aTextThatIsNoRangeIsRefused(String text) {
        assertEquals(
                "found \"" + text + "\", expected a number such as 3 or a range such as 0..3",
                problem(() -> NameRange.of(text, root)).message());
    }

    @Test
    void aNameMayStandForSeveralInstances() throws Exception {
        assertEquals(4, NameRange.ofInstances("core[0..3]", root).count());
        assertEquals(1, NameRange.ofInstances("core", root).count());
        assertEquals("core", NameRange.base("core[0..3]"));
        assertEquals("core", NameRange.base("core"));
    }

    private Attributes attributes(String text, String own) throws Exception {
        return Attributes.NONE.with(read("x: " + text + "\n").at("x"), own);
    }

    @Test
    void attributesOfTheirOwnUnitStandAsIfOutsideOfIt() throws Exception {
        Attributes attributes = attributes("{threshold: 1, soma: {bias: 2}, dendrite: {delay: 3}}", "soma");

        assertEquals(1, attributes.number("threshold", 0));
        assertEquals(2, attributes.number("bias", 0));
        assertEquals(3, attributes.number("dendrite/delay", 0));
        assertEquals(9, attributes.number("none", 9));
        assertEquals("x", attributes.text("none", "x"));
    }

    @Test
    void attributesMayBeAListOfObjectsOfWhichLaterOnesReplace() throws Exception {
        assertEquals(2, attributes("[{a: 1}, {a: 2}]", "soma").number("a", 0));
    }

    @Test
    void noAttributesAreNone() throws Exception {
        assertEquals(Attributes.NONE, attributes("null", "soma"));
    }

    @Test
    void whatOnlySaysWhichTracesAreRecordedIsLeftOut() throws Exception {
        assertEquals(
                Optional.empty(),
                attributes("{log_spikes: true, log_potential: true}", "soma").find("log_spikes"));
    }

    @Test
    void anAttributeWithoutAnEquivalentIsRefused() throws Exception {
        Attributes attributes = attributes("{leek: 1}", "soma");

        assertEquals(
                "group out: found leek, expected one of leak, bias: nothing else has an equivalent",
                problem(() -> attributes.allow("group out", List.of("leak", "bias")))
                        .message());
    }
}
