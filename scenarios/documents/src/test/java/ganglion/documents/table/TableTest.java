package ganglion.documents.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.table.Table.Cell;
import ganglion.documents.table.Table.Column;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TableTest {

    private static String printed(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true, StandardCharsets.UTF_8), "  ");
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textKeepsLeftAndNumbersKeepRight() {
        Table table = new Table(Column.text("chip"), Column.number("energy"));
        table.row("loihi", "3 pJ");

        assertEquals("  chip   energy\n  loihi    3 pJ\n", printed(table));
    }

    @Test
    void nothingFollowsTheLastCell() {
        Table table = new Table(Column.text("a"), Column.text("long")).row("b", "");

        assertEquals("  a  long\n  b\n", printed(table));
    }

    @Test
    void coloursTakeNoRoomAndACharacterBeyondTheBasicPlaneTakesOne() {
        Table table = new Table(Column.text(" "), Column.text("clip"))
                .row("\u001b[32m✓\u001b[0m", "a.flac")
                .row("\uD834\uDD1E", "b.flac");

        assertEquals("     clip\n  \u001b[32m✓\u001b[0m  a.flac\n  \uD834\uDD1E  b.flac\n", printed(table));
    }

    @Test
    void noCellOfMarkdownOpensAnotherOne() {
        Table table = new Table(Column.text("a"), Column.number("b")).row("x | <b> 2 * `3*` \\", "1\n2");

        assertEquals("| a | b |\n| --- | --- |\n| x \\| &lt;b> 2 \\* \\`3\\*\\` \\\\ | 1 2 |\n", table.markdown());
    }

    @Test
    void columnsWithoutTitlesHaveNoLineOfThem() {
        assertEquals("  a   1\n", printed(new Table(Column.text(""), Column.number("")).row("a", " 1")));
    }

    @Test
    void aTableWithoutRowsPrintsNothing() {
        assertEquals("", printed(new Table(Column.text("chip"))));
    }

    @Test
    void aRowMustFillItsColumns() {
        Table table = new Table(Column.text("a"), Column.text("b"));

        assertThrows(IllegalArgumentException.class, () -> table.row("alone"));
    }

    @Test
    void programsReadExactValuesInTheUnitOfTheHeader() {
        Table table = new Table(Column.text("chip"), Column.number("energy", "J"), Column.number("battery days"))
                .row(Cell.of("a, \"b\""), Cell.of(2.36e-11, "23.6 pJ"), Cell.of(3))
                .row(Cell.of("c"), Cell.of(Double.NaN, "unknown"), Cell.of(1.5, "1.5"));

        assertEquals("""
            chip,energy_J,battery_days
            "a, ""b\""",2.36E-11,3
            c,,1.5
            """, table.csv());
    }
}
