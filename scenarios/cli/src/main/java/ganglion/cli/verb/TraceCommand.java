package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.RecostOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ExitCodeWords;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.report.cost.Recosting;
import ganglion.report.files.JsonDocument;
import ganglion.report.trace.TracePeriod;
import ganglion.report.trace.TracedDevices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion trace}. */
@Command(
        name = "trace",
        header = "Writes what each core of a chip does and when, for Perfetto and chrome://tracing.",
        description =
                "Goes through a recorded run on chips that follow spikes, and writes a file in Chrome's Trace Event Format: the ticks of each"
                        + " chip, what each of its cores computes, sends and receives, with an arrow for each message, and how many spikes"
                        + " and how much energy a tick takes. Open it at https://ui.perfetto.dev, which keeps it on this machine, or in"
                        + " chrome://tracing.",
        exitCodeList = {ExitCodeWords.FINE, ExitCodeWords.BAD_INPUT, ExitCodeWords.OUR_FAULT, ExitCodeWords.INTERRUPTED
        },
        footer = {
            "  ganglion trace runs/mine --out mine.json",
            "  ganglion trace runs/mine --profile loihi --from 100ms --until 120ms --out mine.json"
        })
public final class TraceCommand implements Callable<Integer> {

    private static final String FORMAT = "ganglion-trace-summary";
    private static final int FORMAT_VERSION = 1;
    private static final int DIGITS = 3;

    private final Console console;

    @Parameters(paramLabel = "RUN_DIR", description = "A run directory that ganglion run has written.")
    private Path directory;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Begin at this time of the scenario, such as 100ms, or at this tick. Default: 0.")
    private String from = "0";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "End before this time of the scenario, or this tick. Default: the end of the run.")
    private String until;

    @Mixin
    private RecostOptions recorded;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        try {
            TracedDevices.check(out);
            Recosting run = recorded.read(directory);
            TracePeriod period = period(run);
            print(run, new TracedDevices(run).write(period, out));
        } catch (IOException e) {
            throw new OutputException(out.toString(), e);
        }
        return ExitCode.FINE.number();
    }

    private TracePeriod period(Recosting run) throws InputException {
        long first = tick("--from", from, run);
        if (first >= run.ticks()) {
            throw problem(
                    "--from", "found tick " + first + ", expected one of the " + run.ticks() + " ticks of the run");
        }
        long end = until == null ? run.ticks() : tick("--until", until, run);
        if (end <= first || end > run.ticks()) {
            throw problem(
                    "--until",
                    "found tick " + end + ", expected one after tick " + first + " and at most " + run.ticks()
                            + ", the end of the run");
        }
        return new TracePeriod(first, end);
    }

    private static long tick(String option, String time, Recosting run) throws InputException {
        try {
            return new TickTimes(run.clock()).ticksOrTime(time);
        } catch (IllegalArgumentException e) {
            throw problem(option, e.getMessage());
        }
    }

    private static InputException problem(String option, String message) {
        return new InputException(new Problem(option, 0, "", message));
    }

    private void print(Recosting run, List<TracedDevices.Device> devices) {
        if (json) {
            ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
            document.put("scenario", run.scenario()).put("trace", out.toString());
            document.set("devices", JsonDocument.bound(devices));
            JsonOutput.print(document, console.out());
            return;
        }
        console.out().println(run.scenario() + ", traced");
        console.out().println();
        Table table = new Table(
                Column.text("chip"),
                Column.number("cores"),
                Column.number("ticks"),
                Column.number("messages"),
                Column.number("longest tick"),
                Column.number("late ticks"),
                Column.text(""));
        for (TracedDevices.Device device : devices) {
            table.row(
                    device.profile(),
                    count(device.cores()),
                    count(device.ticks()),
                    count(device.messages()),
                    QuantityFormat.format(device.longestTickSeconds(), "s", DIGITS),
                    count(device.lateTicks()),
                    remark(device));
        }
        table.print(console.out(), "  ");
        console.out().println();
        console.out().println("  trace: " + out);
        console.out().println("  to see it, open it at https://ui.perfetto.dev or chrome://tracing");
    }

    private static String remark(TracedDevices.Device device) {
        if (!device.notTraced().isEmpty()) {
            return "not traced: " + String.join(", ", device.notTraced());
        }
        return device.messages() == 0 ? "only ticks" : "";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
