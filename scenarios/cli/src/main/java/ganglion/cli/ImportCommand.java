package ganglion.cli;

import ganglion.kernel.time.Clock;
import ganglion.scenario.InputException;
import ganglion.scenario.interchange.ImportOptions;
import ganglion.scenario.interchange.NirImport;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Discretisation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion import}. */
@Command(
        name = "import",
        header = "Makes a scenario of a NIR graph.",
        description =
                "Writes the scenario, its weights (.weights.h5) and a list of spikes for each input (.spikes.csv), all"
                        + " beside each other. A layer acts one tick later than the layer before it.",
        footer = {
            "  ganglion import net.nir --out net.yaml --tick 1ms",
            "  ganglion import net.nir --out net.yaml --tick 1ms --spikes shd_test.h5#3"
        })
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NET.nir", description = "The graph.")
    private Path graph;

    @Option(
            names = "--out",
            paramLabel = "SCENARIO",
            required = true,
            description =
                    "The scenario to write, .yaml or .json; files of the same names are replaced, but for spikes.")
    private Path out;

    @Option(names = "--tick", paramLabel = "TIME", required = true, description = "Length of a tick, such as 1ms.")
    private String tick;

    @Option(
            names = "--step",
            paramLabel = "TIME",
            description =
                    "What a tick is in the time of the graph. By default the tick; 1s for graphs whose time is counted"
                            + " in steps, as sinabs writes them.")
    private String step;

    @Option(
            names = "--discretisation",
            paramLabel = "WORD",
            defaultValue = "euler",
            description = "How time constants become factors: euler, as trainers do, exact, or euler-previous-current.")
    private String discretisation;

    @Option(
            names = "--reset",
            paramLabel = "WORD",
            defaultValue = "zero",
            description = "What a spike does: zero (to the graph's reset potential) or subtract (less the threshold).")
    private String reset;

    @Option(names = "--duration", paramLabel = "TIME", description = "How long the scenario runs.")
    private String duration;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description =
                    "Spikes for the first input: .csv, .npy, .npz, .h5 with a SONATA population or the number of an SHD"
                            + " sample after #.")
    private Path spikes;

    @Spec
    private CommandSpec specification;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        NirImport.Outcome outcome;
        try {
            outcome = NirImport.run(graph, out, options());
        } catch (IOException e) {
            throw new OutputException(out.toString(), e);
        }
        print(outcome, console.out());
        return ExitCode.FINE.number();
    }

    private ImportOptions options() {
        try {
            Clock clock = TickLength.parse(tick);
            CompileOptions compile = new CompileOptions(
                    step == null ? clock.tickSeconds() : TickLength.seconds(step), discretisation(), subtract());
            OptionalLong ticks = duration == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(clock.wholeTicks(TickLength.seconds(duration)));
            return new ImportOptions(clock, compile, ticks, Optional.ofNullable(spikes));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(specification.commandLine(), e.getMessage());
        }
    }

    private Discretisation discretisation() {
        return Arrays.stream(Discretisation.values())
                .filter(value -> value.word().equals(discretisation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found --discretisation " + discretisation
                        + ", expected euler, exact or euler-previous-current"));
    }

    private boolean subtract() {
        if (!reset.equals("zero") && !reset.equals("subtract")) {
            throw new IllegalArgumentException("found --reset " + reset + ", expected zero or subtract");
        }
        return reset.equals("subtract");
    }

    private static void print(NirImport.Outcome outcome, PrintStream to) {
        to.println(outcome.neurons() + " neurons; the last layer acts " + outcome.shiftTicks()
                + " ticks later than in the graph");
        outcome.notes().forEach(note -> to.println("not exact: " + note));
        outcome.files().forEach(to::println);
    }
}
