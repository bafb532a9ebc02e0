package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.AnswerText;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.report.cause.Answer;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.DivergenceQuestion;
import ganglion.report.run.RecordedRun;
import ganglion.report.run.RunDiff;
import ganglion.report.run.RunDiff.Section;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.expect.RasterDifference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
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
                        + " networks, counts, decisions, expectations, energy and time. Where spikes differ, the networks"
                        + " are built again to tell where neurons first fire differently, and which parts of the potential"
                        + " differ.",
        exitCodeList = {
            "0:nothing differs",
            "1:something differs",
            "2:bad input, bad usage, or an output that cannot be written",
            "3:a fault of Ganglion, or a full heap"
        },
        footer = "  ganglion diff runs/before runs/after")
public final class DiffCommand implements Callable<Integer> {

    /** Runs of another tick cannot be compared spike by spike. */
    private static final String TICK = "run tickSeconds";

    private static final double NANOSECOND = 1e-9;

    private static final String NOT_COMPARED =
            "the networks were not compared, since a run with streamed spikes does not say which it ran";

    private final Console console;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "A run directory.")
    private Path first;

    @Parameters(
            index = "1",
            paramLabel = "RUN_B",
            description =
                    "Another, of the same scenario or a changed one; or a raster (.csv), of which spikes are compared.")
    private Path second;

    @Mixin
    private OriginOptions origin;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        if (Files.isRegularFile(second)) {
            return againstRaster(RecordedRun.raster(second));
        }
        RunDiff diff = RunDiff.between(RecordedRun.read(first), RecordedRun.read(second));
        Cause cause = cause(diff);
        if (json) {
            JsonOutput.print(document(diff, cause), console.out());
        } else {
            print(diff, cause);
        }
        return (diff.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED).number();
    }

    /** Of which nothing is known but spikes: those of a chip, for one. */
    private int againstRaster(RasterFile raster) throws InputException {
        Optional<String> divergence = RasterDifference.between(
                        RecordedRun.read(first).raster(), raster, "the raster")
                .map(RasterDifference::text);
        if (json) {
            ObjectNode document = JsonOutput.object().put("same", divergence.isEmpty());
            JsonOutput.print(document.put("firstDivergence", divergence.orElse(null)), console.out());
        } else {
            console.out().println("spikes: " + divergence.orElse("the same"));
        }
        return (divergence.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED).number();
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
        if (diff.of(Section.SPIKES).isEmpty()
                || !diff.networksCompared()
                || diff.of(Section.FACTS).containsKey(TICK)) {
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

    private static ObjectNode document(RunDiff diff, Cause cause) {
        ObjectNode document = JsonOutput.object().put("same", diff.isEmpty());
        document.put("networksCompared", diff.networksCompared());
        document.put("firstDivergence", diff.divergence().orElse(null));
        diff.sections().forEach((section, pairs) -> {
            ObjectNode object = document.putObject(section.name().toLowerCase(Locale.ROOT));
            pairs.forEach(
                    (name, pair) -> object.putArray(name).add(pair.first()).add(pair.second()));
        });
        cause.answer().ifPresent(answer -> document.set("cause", answer.document()));
        if (!cause.refusal().isEmpty()) {
            document.put("causeUnknown", cause.refusal());
        }
        return document;
    }

    private void print(RunDiff diff, Cause cause) {
        if (diff.isEmpty()) {
            console.out().println(diff.networksCompared() ? "nothing differs" : "nothing differs; " + NOT_COMPARED);
            return;
        }
        diff.otherScenario().ifPresent(console.out()::println);
        print(diff, Section.VERDICTS);
        console.out().println(diff.divergence().map(text -> "spikes: " + text).orElse("spikes: the same"));
        cause.answer().ifPresent(answer -> AnswerText.print(answer, cause.seconds(), console.out()));
        if (!cause.refusal().isEmpty()) {
            console.out().println("cause: not found, " + cause.refusal());
        }
        if (!diff.networksCompared()) {
            console.out().println(NOT_COMPARED);
        }
        for (Section section : EnumSet.complementOf(EnumSet.of(Section.VERDICTS))) {
            print(diff, section);
        }
    }

    private void print(RunDiff diff, Section section) {
        if (!diff.of(section).isEmpty()) {
            console.out().println();
            diff.table(section, section.title()).print(console.out(), "");
        }
    }
}
