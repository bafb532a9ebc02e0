package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.AnswerText;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.report.cause.Answer;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.DivergenceQuestion;
import ganglion.report.run.DiffPage;
import ganglion.report.run.ExpectationWords;
import ganglion.report.run.PairText;
import ganglion.report.run.RecordedRun;
import ganglion.report.run.RunDiff;
import ganglion.report.run.RunDiff.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion diff}. */
@Command(
        name = "diff",
        header = "Holds two recorded runs against each other.",
        description =
                "Tells where their spikes first depart, which values of the scenario were changed, and what differs in"
                        + " networks, counts, decisions, expectations, energy and time. Where spikes differ, the networks are built"
                        + " again to tell where neurons first fire differently, and which parts of the potential differ.",
        exitCodeList = {
            "0:nothing differs",
            "1:something differs",
            "2:bad input, bad usage, or an output that cannot be written",
            "3:a fault of Ganglion, or a full heap"
        },
        footer = {"  ganglion diff runs/before runs/after", "  ganglion diff runs/before runs/after --html diff.html"})
public final class DiffCommand implements Callable<Integer> {

    /** Two scenarios that have little in common would fill the terminal. */
    private static final int MOST_CHANGED_VALUES = 40;

    /** Runs of another tick cannot be compared spike by spike. */
    private static final String TICK = "run tickSeconds";

    private static final double NANOSECOND = 1e-9;

    private static final String NOT_COMPARED =
            "the networks were not compared, since a run with streamed spikes does not say which it ran";

    private final Console console;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "A run directory.")
    private Path first;

    @Parameters(index = "1", paramLabel = "RUN_B", description = "Another, of the same scenario or a changed one.")
    private Path second;

    @Mixin
    private OriginOptions origin;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a page with the differences; an earlier one is replaced.")
    private Path html;

    /** @param console to print on */
    public DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        RecordedRun one = RecordedRun.read(first);
        RecordedRun other = RecordedRun.read(second);
        RunDiff diff = RunDiff.between(one, other);
        if (html != null) {
            write(DiffPage.of(diff, one, other));
        }
        Cause cause = cause(diff);
        if (json) {
            JsonOutput.print(document(diff, cause), console.out());
        } else {
            print(diff, new ExpectationWords(one, other), cause);
        }
        return (diff.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED).number();
    }

    /**
     * Why neurons fire differently.
     *
     * @param answer empty if no spikes differ that can be compared, or the networks could not be built again
     * @param refusal why they could not, in one line; empty if they could
     * @param seconds how long it took to find the answer
     */
    private record Cause(Optional<Answer> answer, String refusal, double seconds) {

        private static final Cause NONE = new Cause(Optional.empty(), "", 0);
    }

    /** Where spikes differ, and not the frame of both runs. A run whose scenario is gone, or is not trusted, can still be compared. */
    private Cause cause(RunDiff diff) {
        if (diff.spikes().isEmpty() || !diff.networksCompared() || diff.facts().containsKey(TICK)) {
            return Cause.NONE;
        }
        long start = System.nanoTime();
        try (ProgressLine progress = new ProgressLine(console, "diff")) {
            Answer answer = DivergenceQuestion.answer(source(first), source(second), progress);
            return new Cause(Optional.of(answer), "", (System.nanoTime() - start) * NANOSECOND);
        } catch (InputException e) {
            return new Cause(Optional.empty(), e.getMessage(), 0);
        }
    }

    private AskedRun.Source source(Path run) throws InputException {
        return AskedRun.Source.read(run, origin.movedTo(), origin.allowOutsidePaths());
    }

    private void write(String page) throws OutputException {
        try {
            OwnFile.check(html, DiffPage.SIGN, "a page of differences");
            FilePublisher.publishText(html, page);
        } catch (IOException e) {
            throw new OutputException(html.toString(), e);
        }
    }

    private static ObjectNode document(RunDiff diff, Cause cause) {
        ObjectNode document = JsonOutput.object().put("same", diff.isEmpty());
        document.put("networksCompared", diff.networksCompared());
        document.put("firstDivergence", diff.divergence().orElse(null));
        put(document, "verdicts", diff.verdicts());
        put(document, "facts", diff.facts());
        put(document, "written", diff.written());
        put(document, "network", diff.network());
        put(document, "spikes", diff.spikes());
        put(document, "decisions", diff.decisions());
        put(document, "expectations", diff.expectations());
        put(document, "figures", diff.figures());
        cause.answer().ifPresent(answer -> document.set("cause", answer.document()));
        if (!cause.refusal().isEmpty()) {
            document.put("causeUnknown", cause.refusal());
        }
        return document;
    }

    private static void put(ObjectNode document, String name, Map<String, Pair> pairs) {
        ObjectNode section = document.putObject(name);
        pairs.forEach((key, pair) -> section.putArray(key).add(pair.first()).add(pair.second()));
    }

    private void print(RunDiff diff, ExpectationWords words, Cause cause) {
        if (diff.isEmpty()) {
            console.out().println(diff.networksCompared() ? "nothing differs" : "nothing differs; " + NOT_COMPARED);
            return;
        }
        diff.otherScenario().ifPresent(console.out()::println);
        diff.verdicts()
                .forEach((pointer, pair) -> console.out()
                        .println("expectation " + words.name(pointer) + ": " + PairText.of(pair.first()) + " -> "
                                + PairText.of(pair.second())));
        console.out().println(diff.divergence().map(text -> "spikes: " + text).orElse("spikes: the same"));
        cause.answer().ifPresent(answer -> AnswerText.print(answer, cause.seconds(), console.out()));
        if (!cause.refusal().isEmpty()) {
            console.out().println("cause: not found, " + cause.refusal());
        }
        if (!diff.networksCompared()) {
            console.out().println(NOT_COMPARED);
        }
        print("asked for", diff.facts());
        printWritten(diff.written());
        print("network and activity", diff.network());
        print("spikes", diff.spikes());
        print("decisions", diff.decisions());
        print("expectations", words.named(diff.expectations()));
        print("energy and time", diff.figures());
    }

    private void printWritten(Map<String, Pair> written) {
        Map<String, Pair> shown = new LinkedHashMap<>();
        written.entrySet().stream()
                .limit(MOST_CHANGED_VALUES)
                .forEach(value -> shown.put(value.getKey(), value.getValue()));
        print("in the scenario", shown);
        if (shown.size() < written.size()) {
            console.out().println("and " + (written.size() - shown.size()) + " more, see --json or --html");
        }
    }

    private void print(String title, Map<String, Pair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        console.out().println();
        Table table =
                new Table(Column.text(title), Column.number("first"), Column.number("second"), Column.number("change"));
        pairs.forEach((name, pair) ->
                table.row(name, PairText.of(pair.first()), PairText.of(pair.second()), PairText.change(pair)));
        table.print(console.out(), "");
    }
}
