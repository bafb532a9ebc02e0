package ganglion.cli.verb;

import ganglion.cli.option.TickLength;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.ImportOptions;
import ganglion.scenario.interchange.NetworkFiles;
import ganglion.scenario.interchange.NirImport;
import ganglion.scenario.interchange.SanafeImport;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Discretisation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
        header = "Makes a scenario of a NIR graph, or of a network of SANA-FE.",
        description = {
            "Writes the scenario, its weights (.weights.h5) and a list of spikes for each input (.spikes.csv), all"
                    + " beside each other. A layer acts one tick later than the layer before it.",
            "With --architecture, NET is a network of SANA-FE mapped to that chip. The chip becomes a profile"
                    + " (.profile.yaml), the mapping the scenario's placement, and lists of spikes are replaced."
        },
        footer = {
            "  ganglion import net.nir --out net.yaml --tick 1ms",
            "  ganglion import net.nir --out net.yaml --tick 1ms --spikes shd_test.h5#3",
            "  ganglion import snn.yaml --architecture loihi.yaml --out scenario.yaml --duration 100ms"
        })
public final class ImportCommand implements Callable<Integer> {

    private final Console console;

    /** Options that say how a graph is understood. */
    private static final List<String> FOR_GRAPHS = List.of("--step", "--discretisation", "--reset", "--spikes");

    /** SANA-FE has steps and no model time, which a scenario has to have. */
    private static final String TICK_OF_A_STEP = "1ms";

    @Parameters(paramLabel = "NET", description = "The graph (.nir), or the network of SANA-FE (.yaml).")
    private Path graph;

    @Option(
            names = "--architecture",
            paramLabel = "ARCH.yaml",
            description = "Takes NET for a network of SANA-FE that is mapped to this architecture of SANA-FE.")
    private Path architecture;

    @Option(
            names = "--out",
            paramLabel = "SCENARIO",
            required = true,
            description =
                    "The scenario to write, .yaml or .json; files of the same names are replaced, but for spikes, and for a"
                            + " scenario without its .weights.h5, which Ganglion did not write.")
    private Path out;

    @Option(
            names = "--tick",
            paramLabel = "TIME",
            description = "Length of a tick, such as 1ms. Required for graphs; a step of SANA-FE is 1ms by default.")
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
            description = "How time constants become factors: euler, as trainers do, exact, euler-previous-current, or"
                    + " impulse-invariant, as Rockpool does.")
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

    /** @param console to print on */
    public ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        NetworkFiles.checkReplaceable(out);
        PlaceClaim claim = PlaceClaim.beside(out);
        try (claim) {
            if (architecture == null) {
                print(NirImport.run(graph, out, options()), console.out());
            } else {
                checkForSanafe();
                Clock clock = clock(tick == null ? TICK_OF_A_STEP : tick);
                print(SanafeImport.run(graph, architecture, out, clock, duration(clock)), console.out());
            }
        } catch (IOException e) {
            throw new OutputException(out.toString(), e);
        }
        return ExitCode.FINE.number();
    }

    private void checkForSanafe() {
        for (String option : FOR_GRAPHS) {
            if (specification.commandLine().getParseResult().hasMatchedOption(option)) {
                throw usage("found " + option + " beside --architecture, expected it for graphs only");
            }
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(specification.commandLine(), message);
    }

    private Clock clock(String length) {
        try {
            return TickLength.parse(length);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private OptionalLong duration(Clock clock) {
        try {
            return duration == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(clock.wholeTicks(TickLength.seconds(duration)));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ImportOptions options() {
        if (tick == null) {
            throw usage("found no --tick, expected one such as --tick 1ms");
        }
        Clock clock = clock(tick);
        try {
            CompileOptions compile = new CompileOptions(
                    step == null ? clock.tickSeconds() : TickLength.seconds(step), discretisation(), subtract());
            return new ImportOptions(clock, compile, duration(clock), Optional.ofNullable(spikes));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private Discretisation discretisation() {
        return Arrays.stream(Discretisation.values())
                .filter(value -> value.word().equals(discretisation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found --discretisation " + discretisation
                        + ", expected euler, exact, euler-previous-current or impulse-invariant"));
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
        print(outcome.notes(), outcome.files(), to);
    }

    private static void print(SanafeImport.Outcome outcome, PrintStream to) {
        to.println(outcome.neurons() + " neurons, " + outcome.synapses() + " synapses");
        print(outcome.notes(), outcome.files(), to);
    }

    private static void print(List<String> notes, List<Path> files, PrintStream to) {
        notes.forEach(note -> to.println("not exact: " + note));
        files.forEach(to::println);
    }
}
