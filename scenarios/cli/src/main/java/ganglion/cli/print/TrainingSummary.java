package ganglion.cli.print;

import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    public static void print(PrintStream out, TrainingOutcome.Table table) {
        List<Column> columns = new ArrayList<>();
        table.header().forEach(title -> columns.add(columns.isEmpty() ? Column.text(title) : Column.number(title)));
        Table text = new Table(columns);
        table.rows().forEach(row -> text.row(row.toArray(String[]::new)));
        out.println(table.title());
        text.print(out, "  ");
    }
}
