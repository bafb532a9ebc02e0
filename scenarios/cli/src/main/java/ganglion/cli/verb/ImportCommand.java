package ganglion.cli.verb;

import ganglion.cli.option.TickLength;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.NetworkFiles;
import ganglion.scenario.interchange.NirImport;
import ganglion.scenario.interchange.compile.CompileOptions;
import ganglion.scenario.interchange.compile.Dialect;
import ganglion.scenario.interchange.compile.Discretisation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
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
public final class ImportCommand implements Callable<Integer> {

    private final Console console;

    /** Options that say how a graph is understood. */
    private static final List<String> FOR_GRAPHS =
            List.of("--dialect", "--step", "--discretisation", "--reset", "--spikes");

    @Parameters(paramLabel = "NET", description = "The graph (.nir), or the network of another simulator.")
    private Path network;

    @Option(
            names = "--out",
            paramLabel = "SCENARIO",
            required = true,
            description =
                    "The scenario to write, .yaml or .json; files of the same names are replaced, but for spikes, and"
                            + " for a scenario without its .weights.h5, which Ganglion did not write.")
    private Path out;

    @Option(names = "--tick", paramLabel = "TIME", description = "Length of a tick, such as 1ms. Required for graphs.")
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
            description = "How time constants become factors: euler, as trainers do (default), exact,"
                    + " euler-previous-current, impulse-invariant, as Rockpool does, or impulse-at-end, as NEST does.")
    private String discretisation;

    @Option(
            names = "--reset",
            paramLabel = "WORD",
            defaultValue = "zero",
            description = "What a spike does: zero (to the graph's reset potential) or subtract (less the threshold).")
    private String reset;

    @Option(
            names = "--dialect",
            paramLabel = "TOOL",
            defaultValue = "nir",
            description =
                    "Conventions of the tool whose spikes are wanted, as it imports the graph: brian2, lava, nengo,"
                            + " nest, norse, sanafe, snntorch or spikingjelly. --step, --discretisation and --reset go"
                            + " before it.")
    private String dialect;

    @Option(names = "--duration", paramLabel = "TIME", description = "How long the scenario runs.")
    private String duration;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description =
                    "Spikes for the first input: .csv, .npy, .npz, .h5 with a SONATA population, a node of NIRData or"
                            + " the number of an SHD sample after #.")
    private Path spikes;

    @Spec
    private CommandSpec specification;

    /** What else can be imported, if a command line may ask for that. */
    private List<Importer> importers = List.of();

    private ImportCommand(Console console) {
        this.console = console;
    }

    /** The command line of the verb. */
    public static CommandLine line(Invocation call) {
        ImportCommand command = new ImportCommand(call.console());
        CommandLine line = new CommandLine(command);
        command.importers = call.extensions(line, Importer.class);
        UsageMessageSpec help = line.getCommandSpec().usageMessage();
        for (CommandSpec importer : line.getCommandSpec().mixins().values()) {
            UsageMessageSpec more = importer.usageMessage();
            help.header(help.header()[0].replaceFirst("\\.$", ", or of " + more.header()[0] + "."));
            help.description(joined(help.description(), more.description()));
            help.footer(joined(help.footer(), more.footer()));
        }
        return line;
    }

    private static String[] joined(String[] first, String... second) {
        return Stream.of(first, second).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Override
    public Integer call() throws InputException, OutputException {
        Optional<Importer> importer =
                importers.stream().filter(each -> isGiven(each.option())).findFirst();
        if (importer.isPresent()) {
            importer.get().checkReplaceable(out);
        } else {
            NetworkFiles.checkReplaceable(out);
        }
        PlaceClaim claim = PlaceClaim.beside(out);
        try (claim) {
            print(importer.isPresent() ? otherwise(importer.get()) : graph());
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
        return ExitCode.FINE.number();
    }

    private boolean isGiven(String option) {
        return specification.commandLine().getParseResult().hasMatchedOption(option);
    }

    private Importer.Outcome graph() throws InputException, IOException {
        NirImport.Outcome made = NirImport.run(network, out, options());
        String summary = made.neurons() + " neurons; the last layer acts " + made.shiftTicks()
                + " ticks later than in the graph";
        return new Importer.Outcome(summary, made.notes(), made.files());
    }

    private Importer.Outcome otherwise(Importer importer) throws InputException, IOException {
        for (String option : FOR_GRAPHS) {
            if (isGiven(option)) {
                throw usage("found " + option + " beside " + importer.option() + ", expected it for graphs only");
            }
        }
        for (String option : importer.foreign()) {
            if (isGiven(option)) {
                throw usage("found " + option + " beside " + importer.option() + ", whose file says it");
            }
        }
        Clock clock = clock(tick == null ? importer.tick() : tick);
        return importer.run(new Importer.Call(network, out, clock, duration(clock)));
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

    private NirImport.Options options() {
        if (tick == null) {
            // Without an option of theirs, they have not been loaded.
            String others = ServiceLoader.load(Importer.class, Importer.class.getClassLoader()).stream()
                    .map(each -> ", or " + each.get().option() + " for "
                            + each.type().getAnnotation(Command.class).header()[0])
                    .sorted()
                    .collect(Collectors.joining());
            throw usage("found no --tick, expected one such as --tick 1ms for a NIR graph" + others);
        }
        Clock clock = clock(tick);
        try {
            Dialect tool = Dialect.of(dialect);
            double seconds = step == null ? tool.stepSeconds().orElse(clock.tickSeconds()) : TickLength.seconds(step);
            CompileOptions compile = new CompileOptions(
                    seconds, discretisation == null ? tool.discretisation() : discretisation(), subtract(), tool);
            return new NirImport.Options(clock, compile, duration(clock), Optional.ofNullable(spikes));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private Discretisation discretisation() {
        return Arrays.stream(Discretisation.values())
                .filter(value -> value.word().equals(discretisation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found --discretisation " + discretisation
                        + ", expected euler, exact, euler-previous-current, impulse-invariant or impulse-at-end"));
    }

    private boolean subtract() {
        if (!reset.equals("zero") && !reset.equals("subtract")) {
            throw new IllegalArgumentException("found --reset " + reset + ", expected zero or subtract");
        }
        return reset.equals("subtract");
    }

    private void print(Importer.Outcome made) {
        console.out().println(made.summary());
        made.notes().forEach(note -> console.out().println("not exact: " + note));
        made.files().forEach(console.out()::println);
    }
}
