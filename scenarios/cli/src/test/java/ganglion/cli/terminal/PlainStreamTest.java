package ganglion.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlainStreamTest {

    private static final String HOSTILE = "a\u001b[31m\u202eb";
    private static final String SHOWN = "a\uFFFD[31m\uFFFDb";

    private static String printed(boolean coloured, Consumer<PrintStream> print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Console console = new Console(bytes, OutputStream.nullOutputStream(), coloured, false);
        print.accept(console.out());
        console.outTaken();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noTextCommandsATerminalHoweverItIsPrinted() {
        assertEquals(SHOWN, printed(false, out -> out.print(HOSTILE)));
        assertEquals(SHOWN + "\n", printed(false, out -> out.println(HOSTILE)));
        assertEquals(SHOWN, printed(false, out -> out.printf("%s", HOSTILE)));
        assertEquals(SHOWN, printed(false, out -> out.append(HOSTILE)));
        assertEquals(SHOWN, printed(false, out -> out.print((Object) HOSTILE)));
        assertEquals(SHOWN + "\n", printed(true, out -> out.println(HOSTILE.toCharArray())));
        assertEquals("\uFFFD", printed(true, out -> out.print('\u001b')));
        assertEquals("null\n", printed(true, out -> out.println((String) null)));
    }

    @Test
    void marksAreColouredWhereColoursAreWanted() {
        String mark = "\u001b[32m\u2713\u001b[0m";

        assertEquals(mark + " " + SHOWN, printed(true, out -> out.print(mark + " " + HOSTILE)));
        assertEquals("\uFFFD[32m\u2713\uFFFD[0m", printed(false, out -> out.print(mark)));
    }
}
