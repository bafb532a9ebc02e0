package ganglion.cli.verb;

import ganglion.cli.option.RecostOptions;
import ganglion.cli.print.DeviceAnswer;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.TickTable;
import ganglion.cli.print.UnplacedDevices;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.report.cost.CostDocument;
import ganglion.report.cost.Recosting;
import ganglion.report.result.CostedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion cost}. */
@Command(
        name = "cost",
        header = "Costs a recorded run, or the activity of any network, on devices, without running it again.",
        description =
                "Builds the network of the run's scenario anew, which must be the one that ran, and takes the spikes"
                        + " from the run directory. Prints what the summary of the run says of its devices. An activity"
                        + " file holds sizes and counts of the layers of a network that any tool ran; without --profile it"
                        + " is costed on "
                        + ActivityCosts.USUAL
                        + ". Options other than --profile and --json need a run.",
        footer = {
            "  ganglion cost runs/mine --profile truenorth,odin@1.3MHz",
            "  ganglion cost runs/mine --placement spread",
            "  ganglion cost runs/mine --profile ./my-chip.yaml --json",
            "  ganglion cost activity.json --profile loihi,speck,stm32u575"
        })
public final class CostCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "A run directory that ganglion run has written, or an activity file.")
    private Path directory;

    @Mixin
    private RecostOptions recorded;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public CostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        if (Files.isRegularFile(directory)) {
            refuseBesideActivity();
            return new ActivityCosts(console, directory)
                    .print(recorded.profiles(), json)
                    .number();
        }
        if (Files.notExists(directory)) {
            throw new InputException(directory, "is not there, expected a run directory or an activity file");
        }
        Recosting run = recorded.read(directory);
        CostedRun costed = run.cost();
        write(run, costed);
        Optional<String> without = UnplacedDevices.of(costed.costs());
        if (!recorded.asksForProfiles() || without.isEmpty()) {
            return ExitCode.FINE.number();
        }
        console.errorLine(new Problem("--profile", without.get()).oneLine());
        return ExitCode.BAD_INPUT.number();
    }

    private void refuseBesideActivity() throws InputException {
        Optional<String> option = recorded.ofRuns();
        if (option.isPresent()) {
            throw new InputException(option.get(), "found it beside an activity file, expected a run directory");
        }
    }

    private void write(Recosting run, CostedRun costed) {
        if (json) {
            JsonOutput.print(CostDocument.of(run.scenario(), costed), console.out());
            return;
        }
        console.out().println(run.scenario() + ", costed again");
        console.out().println();
        new DeviceAnswer(costed).print(console.out(), "  ");
        new TickTable(costed.costs()).print(console.out(), "  ");
    }
}
