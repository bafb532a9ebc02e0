package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final String SIGN = "\uFFFD";

    @Test
    void lettersOfAllScriptsStay() {
        String text = "Übung №1: 音, עברית, 1 µs ✓ \uD83D\uDD0A";

        assertEquals(text, PlainText.line(text));
        assertEquals(text, PlainText.text(text));
        assertEquals("\"" + text + "\"", PlainText.json("\"" + text + "\""));
    }

    @Test
    void plainTextIsNotCopied() {
        String text = new String("plain");

        assertSame(text, PlainText.text(text));
    }

    @Test
    void commandsOfATerminalBecomeBlanksInALine() {
        assertEquals("a [31mb c d", PlainText.line("a\u001b[31mb\r\n\tc\u2028d"));
    }

    @Test
    void aTextKeepsItsLinesAndNoCommands() {
        assertEquals("a\n\tb" + SIGN + "[2J" + SIGN + SIGN, PlainText.text("a\n\tb\u001b[2J\r\u009b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\ud800", "\ue000", "\uffff", "\udb40\udc41"})
    void whatHidesOrTurnsLettersIsShown(String hidden) {
        assertEquals("a" + SIGN + "b", PlainText.line("a" + hidden + "b"));
        assertEquals("a" + SIGN + "b", PlainText.text("a" + hidden + "b"));
    }

    @Test
    void jsonMeansTheSame() throws Exception {
        String content = "a\u202e\u001b\u009b\n\uDB40\uDC41b";
        ObjectMapper mapper = new ObjectMapper();

        String plain = PlainText.json(mapper.writeValueAsString(content));

        assertEquals(content, mapper.readTree(plain).textValue());
        assertEquals(plain, PlainText.text(plain));
    }
}
