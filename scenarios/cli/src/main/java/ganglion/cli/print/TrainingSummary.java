package ganglion.cli.print;

import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The outcome of a training, for a terminal. */
public final class TrainingSummary {

    private final TrainingOutcome outcome;

    /** @param outcome to print */
    public TrainingSummary(TrainingOutcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Prints everything, last where to look.
     *
     * @param written the training directory or the model file
     */
    public void print(PrintStream out, Path written) {
        outcome.summary().forEach(out::println);
        outcome.tables().forEach(table -> print(out, table));
        outcome.warnings().forEach(warning -> out.println("warning: " + warning));
        out.println(Files.isDirectory(written) ? "report: " + written.resolve("report.html") : "model: " + written);
        out.flush();
    }

    /** Prints a table under its title. */
    public static void print(PrintStream out, Table table) {
        TextTable.Side[] sides = new TextTable.Side[table.header().size()];
        Arrays.fill(sides, TextTable.Side.RIGHT);
        sides[0] = TextTable.Side.LEFT;
        TextTable text = new TextTable(sides).row(table.header().toArray(new String[0]));
        table.rows().forEach(row -> text.row(row.toArray(new String[0])));
        out.println(table.title());
        text.print(out, "  ");
    }
}
