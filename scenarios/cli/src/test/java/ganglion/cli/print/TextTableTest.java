package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Columns line up, whatever is in them. */
final class TextTableTest {

    private static String printed(TextTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true, StandardCharsets.UTF_8), "  ");
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textKeepsLeftAndNumbersKeepRight() {
        TextTable table = new TextTable(LEFT, RIGHT).row("chip", "energy").row("loihi", "3 pJ");

        assertEquals("  chip   energy\n  loihi    3 pJ\n", printed(table));
    }

    @Test
    void nothingFollowsTheLastCell() {
        TextTable table = new TextTable(LEFT, LEFT).row("a", "long").row("b", "");

        assertEquals("  a  long\n  b\n", printed(table));
    }

    @Test
    void coloursTakeNoRoom() {
        TextTable table = new TextTable(LEFT, LEFT).row(" ", "clip").row(new Marks(true).of(true), "a.flac");

        assertEquals("     clip\n  \u001b[32m✓\u001b[0m  a.flac\n", printed(table));
    }

    @Test
    void aCharacterBeyondTheBasicPlaneIsOneWide() {
        TextTable table = new TextTable(LEFT, LEFT).row("\uD834\uDD1E", "x").row("ab", "y");

        assertEquals("  \uD834\uDD1E   x\n  ab  y\n", printed(table));
    }

    @Test
    void aRowMustFillItsColumns() {
        TextTable table = new TextTable(LEFT, LEFT);

        assertThrows(IllegalArgumentException.class, () -> table.row("alone"));
    }

    @Test
    void aTableWithoutRowsPrintsNothing() {
        assertEquals("", printed(new TextTable(LEFT)));
    }
}
