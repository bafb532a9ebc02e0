package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.verb.BenchCommand;
import ganglion.cli.verb.CompileCommand;
import ganglion.cli.verb.CompletionCommand;
import ganglion.cli.verb.CostCommand;
import ganglion.cli.verb.DiffCommand;
import ganglion.cli.verb.EvaluateCommand;
import ganglion.cli.verb.ExportCommand;
import ganglion.cli.verb.HearCommand;
import ganglion.cli.verb.ImportCommand;
import ganglion.cli.verb.Invocation;
import ganglion.cli.verb.PrepareCommand;
import ganglion.cli.verb.ProfileAccuracyCommand;
import ganglion.cli.verb.ProfileCommand;
import ganglion.cli.verb.ProfileForecastCommand;
import ganglion.cli.verb.ProfileListCommand;
import ganglion.cli.verb.ProfileNewCommand;
import ganglion.cli.verb.ProfileScoreCommand;
import ganglion.cli.verb.ProfileShowCommand;
import ganglion.cli.verb.ProfileValidateCommand;
import ganglion.cli.verb.RunCommand;
import ganglion.cli.verb.ServeCommand;
import ganglion.cli.verb.TestCommand;
import ganglion.cli.verb.TrainCommand;
import ganglion.cli.verb.ValidateCommand;
import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.cli.verb.VerbProvider;
import ganglion.cli.verb.WhyCommand;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The verbs: those of this module, and those that other modules {@linkplain VerbProvider offer}. The others are looked for only if a
 * command line names none of this module, as the search opens every jar of the class path.
 */
final class Verbs {

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private final Invocation invocation;
    private final List<Verb> own;
    private List<Verb> all;

    Verbs(Invocation invocation) {
        this.invocation = invocation;
        own = List.of(
                daily(RunCommand.NAME, call -> RunCommand.line(call, Main.class)),
                daily("test", call -> new TestCommand(call.console())),
                daily("train", call -> new TrainCommand(call.console(), call.faults(), call.stop())),
                daily("compile", call -> new CompileCommand(call.console())),
                daily("cost", call -> new CostCommand(call.console())),
                daily("why", call -> new WhyCommand(call.console())),
                daily("diff", call -> new DiffCommand(call.console())),
                daily("hear", call -> new HearCommand(call.console())),
                daily("import", ImportCommand::line),
                daily("export", call -> new ExportCommand(call.console())),
                daily("profile", call -> profile(call.console())),
                new Verb("evaluate", VerbGroup.MODELS, call -> new EvaluateCommand(call.console(), call.stop())),
                new Verb("validate", VerbGroup.SCENARIOS, call -> new ValidateCommand(call.console())),
                machine("serve", this::serve),
                machine("bench", call -> new BenchCommand(call.console())),
                machine("prepare", call -> new PrepareCommand(call.console())),
                machine("completion", call -> new CompletionCommand(call.console(), this::commandLine)));
    }

    private static Verb daily(String name, Function<Invocation, Object> command) {
        return new Verb(name, VerbGroup.DAILY, command);
    }

    private static Verb machine(String name, Function<Invocation, Object> command) {
        return new Verb(name, VerbGroup.MACHINE, command);
    }

    private static CommandLine profile(Console console) {
        return new CommandLine(new ProfileCommand(console))
                .addSubcommand(new ProfileListCommand(console))
                .addSubcommand(new ProfileShowCommand(console))
                .addSubcommand(new ProfileNewCommand(console))
                .addSubcommand(new ProfileValidateCommand(console))
                .addSubcommand(new ProfileAccuracyCommand(console))
                .addSubcommand(new ProfileForecastCommand(console))
                .addSubcommand(new ProfileScoreCommand(console));
    }

    private ServeCommand serve(Invocation call) {
        return new ServeCommand(
                call.console(),
                call.stop(),
                (asked, words) -> new Ganglion(asked, call.stop()).run(words.toArray(String[]::new)));
    }

    /** The command line with all verbs. */
    private CommandLine commandLine() {
        CommandLine line = new CommandLine(new GanglionCommand(invocation.console()));
        all().forEach(verb -> line.addSubcommand(made(verb)));
        return line;
    }

    /** All verbs, in the order of the help text: by their groups. */
    List<Verb> all() {
        if (all == null) {
            Stream<Verb> offered = ServiceLoader.load(VerbProvider.class, Verbs.class.getClassLoader()).stream()
                    .flatMap(provider -> provider.get().verbs().stream());
            all = Stream.concat(own.stream(), offered)
                    .sorted(Comparator.comparing(Verb::group))
                    .toList();
        }
        return all;
    }

    /** The verb that comes first among the words that are no options; all if it is none, as for help; none for the version. */
    List<Object> neededBy(String... arguments) {
        Optional<String> word = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst();
        if (word.isEmpty() && Arrays.stream(arguments).anyMatch(VERSION::contains)) {
            return List.of();
        }
        return word.flatMap(name -> named(own, name).or(() -> named(all(), name)))
                .map(verb -> List.of(made(verb)))
                .orElseGet(() -> all().stream().map(this::made).toList());
    }

    private Object made(Verb verb) {
        return verb.command().apply(invocation);
    }

    private static Optional<Verb> named(List<Verb> verbs, String name) {
        return verbs.stream().filter(verb -> verb.name().equals(name)).findFirst();
    }
}
