package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.option.RecostOptions;
import ganglion.cli.print.DeviceAnswer;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.TickTable;
import ganglion.cli.print.UnplacedDevices;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.OwnFile;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.FigureSweep;
import ganglion.report.cost.CostDocument;
import ganglion.report.cost.CostFolder;
import ganglion.report.cost.EstimateCsv;
import ganglion.report.cost.Recosting;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.result.CostedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion cost}. */
@Command(
        name = "cost",
        header = "Costs a recorded run, or the activity of any network, on devices, without running it again.",
        description =
                "Builds the network of the run's scenario anew, which must be the one that ran, and takes the spikes from the"
                        + " run directory. Prints what the summary of the run says of its devices. With --set, takes one figure of"
                        + " each device through a range and draws what depends on it. An activity file holds sizes and counts of the"
                        + " layers of a network that any tool ran; without --profile it is costed on "
                        + ActivityCosts.USUAL
                        + ". Options other than --profile, --csv and --json need a run.",
        footer = {
            "  ganglion cost runs/mine --profile truenorth,odin@1.3MHz",
            "  ganglion cost runs/mine --placement fewest-messages --csv costs.csv",
            "  ganglion cost runs/mine --profile loihi --set '/energy/synaptic-operation=5 pJ..50 pJ'",
            "  ganglion cost runs/mine --profile ./my-chip.yaml --json",
            "  ganglion cost activity.json --profile loihi,speck,stm32u575"
        })
public final class CostCommand implements Callable<Integer> {

    private static final int USUAL_VALUES = 11;

    private static final double NANOSECOND = 1e-9;

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "A run directory that ganglion run has written, or an activity file.")
    private Path directory;

    @Option(
            names = "--set",
            paramLabel = "/FIGURE=LOW..HIGH",
            description =
                    "Take a figure of each device of a run through a range: /energy/OPERATION, /time/OPERATION or /power/STATE.")
    private String figure;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Steps.class,
            description = "Number of values that --set tries, from 1 to " + FigureSweep.MOST_VALUES + ". Default: "
                    + USUAL_VALUES + ".")
    private Integer steps;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table with a row for each device, computation and boundary. Not with --set.")
    private Path csv;

    @Mixin
    private RecostOptions recorded;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where cost.json and, with --set, table and chart go. By default, with --set, a new folder below"
                            + " runs/, and nowhere without.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public CostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        if (Files.isRegularFile(directory)) {
            refuseBesideActivity();
            return new ActivityCosts(console, directory, Optional.ofNullable(csv))
                    .print(recorded.profiles(), json)
                    .number();
        }
        Optional<FigureSweep> sweep = sweep();
        if (sweep.isPresent() && csv != null) {
            throw new InputException(
                    new Problem("--csv", 0, "", "found it beside --set, which writes sensitivity.csv to its folder"));
        }
        Recosting run = recorded.read(directory);
        checkTable();
        if (out == null && sweep.isEmpty()) {
            return cost(run, Optional.empty()).number();
        }
        try (ClaimedPlace place = ClaimedPlace.of(out, "cost-" + run.scenario(), false, Instant.now())) {
            CostFolder.check(place.path(), place.ifExists());
            if (sweep.isPresent()) {
                sweep(run, sweep.get(), place);
            } else {
                return cost(run, Optional.of(place)).number();
            }
        }
        return ExitCode.FINE.number();
    }

    /** Figures are swept, neurons placed and folders written for runs alone. */
    private void refuseBesideActivity() throws InputException {
        Map<String, Boolean> given = new LinkedHashMap<>(recorded.ofRuns());
        given.put("--set", figure != null);
        given.put("--steps", steps != null);
        given.put("--out", out != null);
        for (Map.Entry<String, Boolean> option : given.entrySet()) {
            if (option.getValue()) {
                throw new InputException(new Problem(
                        option.getKey(), 0, "", "found it beside an activity file, expected a run directory"));
            }
        }
    }

    /** Before anything is computed or written. */
    private void checkTable() throws OutputException {
        if (csv != null) {
            try {
                OwnFile.check(csv, EstimateCsv.SIGN, "a table of estimates");
            } catch (IOException e) {
                throw new OutputException(csv.toString(), e);
            }
        }
    }

    private Optional<FigureSweep> sweep() throws InputException {
        try {
            return figure == null
                    ? Optional.empty()
                    : Optional.of(FigureSweep.parse(figure, steps == null ? USUAL_VALUES : steps));
        } catch (IllegalArgumentException e) {
            throw new InputException(new Problem("--set", 0, "", e.getMessage()));
        }
    }

    private ExitCode cost(Recosting run, Optional<ClaimedPlace> place) throws OutputException {
        CostedRun costed = run.cost();
        write(run, costed, place);
        Optional<String> without = UnplacedDevices.of(costed.costs());
        if (!recorded.asksForProfiles() || without.isEmpty()) {
            return ExitCode.FINE;
        }
        console.errorLine(new Problem("--profile", 0, "", without.get()).oneLine());
        return ExitCode.BAD_INPUT;
    }

    private void write(Recosting run, CostedRun costed, Optional<ClaimedPlace> place) throws OutputException {
        ObjectNode document = CostDocument.of(run.scenario(), costed);
        Optional<Path> written = place.isEmpty() ? Optional.empty() : Optional.of(write(document, place.get()));
        if (csv != null) {
            writeTable(costed);
        }
        if (json) {
            JsonOutput.print(document, console.out());
            return;
        }
        console.out().println(run.scenario() + ", costed again");
        console.out().println();
        new DeviceAnswer(costed).print(console.out(), "  ");
        new TickTable(costed.costs()).print(console.out(), "  ");
        if (written.isPresent() || csv != null) {
            console.out().println();
        }
        written.ifPresent(folder -> console.out().println("  cost.json: " + folder.resolve("cost.json")));
        if (csv != null) {
            console.out().println("  table: " + csv);
        }
    }

    private void writeTable(CostedRun costed) throws OutputException {
        try {
            EstimateCsv.write(costed, csv);
        } catch (IOException e) {
            throw new OutputException(csv.toString(), e);
        }
    }

    private static Path write(ObjectNode document, ClaimedPlace place) throws OutputException {
        try {
            return CostFolder.write(document, place.path(), place.ifExists());
        } catch (IOException e) {
            throw new OutputException(place.path().toString(), e);
        }
    }

    private void sweep(Recosting run, FigureSweep sweep, ClaimedPlace place) throws InputException, OutputException {
        List<Recosting.Sensitivity> chips;
        try {
            chips = run.sweep(sweep);
        } catch (IllegalArgumentException e) {
            throw new InputException(new Problem("--set", 0, "", e.getMessage()));
        }
        ObjectNode document = CostDocument.of(run.scenario(), sweep, chips);
        Path folder;
        try {
            folder = CostFolder.write(document, sweep, chips, place.path(), place.ifExists());
        } catch (IOException e) {
            throw new OutputException(place.path().toString(), e);
        }
        if (json) {
            JsonOutput.print(document, console.out());
            return;
        }
        console.out().println(run.scenario() + ", energy of a decision by " + sweep.pointer());
        console.out().println();
        table(sweep, chips).print(console.out(), "  ");
        chips.stream()
                .filter(chip -> chip.points().size() > 1 && !depends(chip))
                .forEach(chip -> console.out().println("  nothing shown of " + chip.profile() + " depends on it"));
        console.out().println("\n  chart: " + folder.resolve("sensitivity.html"));
    }

    /** A number of values that a range is divided into. */
    static final class Steps implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return MachineOptions.fromOneTo(FigureSweep.MOST_VALUES, text);
        }
    }

    /** Whether anything in the table changes from one value to another. */
    private static boolean depends(Recosting.Sensitivity chip) {
        return chip.points().stream()
                        .map(point -> List.of(
                                joules(point, Boundary.MARGINAL),
                                joules(point, Boundary.ACTIVE),
                                joules(point, Boundary.ALWAYS_ON),
                                point.cost().timing().tickLatency().getMaxValue()))
                        .distinct()
                        .count()
                > 1;
    }

    private static Table table(FigureSweep sweep, List<Recosting.Sensitivity> chips) {
        Table table = new Table(
                Column.text("device"),
                Column.number(sweep.pointer()),
                Column.number("marginal"),
                Column.number("active"),
                Column.number("always on"),
                Column.number("99 % of ticks"));
        for (Recosting.Sensitivity chip : chips) {
            for (Recosting.Point point : chip.points()) {
                table.row(
                        chip.profile(),
                        QuantityFormat.format(point.value(), sweep.dimension()),
                        joules(point, Boundary.MARGINAL),
                        joules(point, Boundary.ACTIVE),
                        joules(point, Boundary.ALWAYS_ON),
                        point.cost().timing().isKnown()
                                ? QuantityFormat.format(
                                        point.cost().timing().tickLatency().getValueAtPercentile(99) * NANOSECOND,
                                        "s",
                                        3)
                                : "unknown");
            }
        }
        return table;
    }

    private static String joules(Recosting.Point point, Boundary boundary) {
        OptionalDouble joules = point.estimate().energy(boundary).joules();
        return joules.isPresent() ? QuantityFormat.format(joules.getAsDouble(), Dimension.ENERGY) : "unknown";
    }
}
