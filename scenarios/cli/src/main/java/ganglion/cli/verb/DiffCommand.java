package ganglion.cli.verb;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.TextTable;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.run.RecordedRun;
import ganglion.report.run.RunDiff;
import ganglion.report.run.RunDiff.Pair;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion diff}. */
@Command(
        name = "diff",
        header = "Holds two recorded runs against each other.",
        description =
                "Tells where their spikes first depart, and what differs in networks, counts, decisions, expectations, energy"
                        + " and time. Exit code 1 if anything does.",
        footer = {"  ganglion diff runs/before runs/after"})
public final class DiffCommand implements Callable<Integer> {

    private static final int DIGITS = 4;

    private final Console console;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "A run directory.")
    private Path first;

    @Parameters(index = "1", paramLabel = "RUN_B", description = "Another, of the same scenario or a changed one.")
    private Path second;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        RunDiff diff = RunDiff.between(RecordedRun.read(first), RecordedRun.read(second));
        if (json) {
            JsonOutput.print(document(diff), console.out());
        } else {
            print(diff);
        }
        return (diff.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED).number();
    }

    private static ObjectNode document(RunDiff diff) {
        ObjectNode document = JsonOutput.object().put("same", diff.isEmpty());
        document.put("networksCompared", diff.networksCompared());
        document.put("firstDivergence", diff.divergence().orElse(null));
        put(document, "verdicts", diff.verdicts());
        put(document, "facts", diff.facts());
        put(document, "spikes", diff.spikes());
        put(document, "decisions", diff.decisions());
        put(document, "expectations", diff.expectations());
        put(document, "figures", diff.figures());
        return document;
    }

    private static void put(ObjectNode document, String name, Map<String, Pair> pairs) {
        ObjectNode section = document.putObject(name);
        pairs.forEach((key, pair) -> section.putArray(key).add(pair.first()).add(pair.second()));
    }

    private void print(RunDiff diff) {
        if (diff.isEmpty()) {
            console.out()
                    .println(
                            diff.networksCompared()
                                    ? "nothing differs"
                                    : "nothing differs; the networks were not compared, since a run with streamed spikes does not"
                                            + " say which it ran");
            return;
        }
        diff.verdicts()
                .forEach((name, pair) -> console.out()
                        .println("expectation " + name + ": " + text(pair.first()) + " -> " + text(pair.second())));
        console.out().println(diff.divergence().map(text -> "spikes: " + text).orElse("spikes: the same"));
        print("asked for", diff.facts());
        print("spikes", diff.spikes());
        print("decisions", diff.decisions());
        print("expectations", diff.expectations());
        print("energy and time", diff.figures());
    }

    private void print(String title, Map<String, Pair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        console.out().println();
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT).row(title, "first", "second", "change");
        pairs.forEach((name, pair) -> table.row(name, text(pair.first()), text(pair.second()), change(pair)));
        table.print(console.out(), "");
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        return value.isFloatingPointNumber() ? number(value.asDouble()) : value.asText();
    }

    private static String number(double value) {
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7 || value == 0
                ? QuantityFormat.format(value, "", DIGITS)
                : String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    }

    private static String change(Pair pair) {
        if (!pair.first().isNumber()
                || !pair.second().isNumber()
                || pair.first().asDouble() == 0) {
            return "";
        }
        double percent = 100 * (pair.second().asDouble() / pair.first().asDouble() - 1);
        return String.format(Locale.ROOT, "%+.3g %%", percent);
    }
}
