package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.verb.BenchCommand;
import ganglion.cli.verb.ClassifyCommand;
import ganglion.cli.verb.CompileCommand;
import ganglion.cli.verb.CompletionCommand;
import ganglion.cli.verb.ComposeCommand;
import ganglion.cli.verb.CostCommand;
import ganglion.cli.verb.DiffCommand;
import ganglion.cli.verb.EvaluateCommand;
import ganglion.cli.verb.ExportCommand;
import ganglion.cli.verb.GalleryCommand;
import ganglion.cli.verb.HearCommand;
import ganglion.cli.verb.ImportCommand;
import ganglion.cli.verb.NodeCommand;
import ganglion.cli.verb.RunCommand;
import ganglion.cli.verb.ServeCommand;
import ganglion.cli.verb.TestCommand;
import ganglion.cli.verb.TraceCommand;
import ganglion.cli.verb.TrainCommand;
import ganglion.cli.verb.ValidateCommand;
import ganglion.cli.verb.WorkerCommand;
import ganglion.cli.verb.explore.CascadeCommand;
import ganglion.cli.verb.explore.ExploreCommand;
import ganglion.cli.verb.install.ManualCommand;
import ganglion.cli.verb.install.PrepareCommand;
import ganglion.cli.verb.live.LiveCommand;
import ganglion.cli.verb.profile.ProfileAccuracyCommand;
import ganglion.cli.verb.profile.ProfileCommand;
import ganglion.cli.verb.profile.ProfileListCommand;
import ganglion.cli.verb.profile.ProfileNewCommand;
import ganglion.cli.verb.profile.ProfileShowCommand;
import ganglion.cli.verb.profile.ProfileValidateCommand;
import ganglion.cli.verb.why.WhyCommand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The verbs, by their names. A verb is made only when a command line needs it: all of them together take longer than the rest of a
 * short command.
 */
final class Verbs {

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    Verbs(Console console, FaultReport faults, StopSignal stop) {
        byName.put("run", () -> new RunCommand(console, faults, stop, Main.class));
        byName.put(NodeCommand.NAME, () -> new NodeCommand(console));
        byName.put("test", () -> new TestCommand(console, Main.class));
        byName.put(WorkerCommand.NAME, () -> new WorkerCommand(console));
        byName.put("diff", () -> new DiffCommand(console));
        byName.put("why", () -> new WhyCommand(console));
        byName.put("cost", () -> new CostCommand(console));
        byName.put("trace", () -> new TraceCommand(console));
        byName.put("gallery", () -> new GalleryCommand(console));
        byName.put("bench", () -> new BenchCommand(console));
        byName.put("validate", () -> new ValidateCommand(console));
        byName.put("hear", () -> new HearCommand(console));
        byName.put("live", () -> new LiveCommand(console, stop));
        byName.put("compose", () -> new ComposeCommand(console));
        byName.put("train", () -> new TrainCommand(console, faults, stop));
        byName.put("explore", () -> new ExploreCommand(console, stop));
        byName.put("cascade", () -> new CascadeCommand(console));
        byName.put("evaluate", () -> new EvaluateCommand(console));
        byName.put("classify", () -> new ClassifyCommand(console, stop));
        byName.put("compile", () -> new CompileCommand(console));
        byName.put("import", () -> new ImportCommand(console));
        byName.put("export", () -> new ExportCommand(console));
        byName.put(
                "profile",
                () -> new CommandLine(new ProfileCommand(console))
                        .addSubcommand(new ProfileListCommand(console))
                        .addSubcommand(new ProfileShowCommand(console))
                        .addSubcommand(new ProfileNewCommand(console))
                        .addSubcommand(new ProfileValidateCommand(console))
                        .addSubcommand(new ProfileAccuracyCommand(console)));
        byName.put(
                "serve",
                () -> new ServeCommand(
                        console, stop, (asked, words) -> new Ganglion(asked, stop).run(words.toArray(String[]::new))));
        byName.put("completion", () -> new CompletionCommand(console, () -> all(console)));
        byName.put("prepare", () -> new PrepareCommand(console));
        byName.put(ManualCommand.NAME, () -> new ManualCommand(() -> all(console)));
    }

    private CommandLine all(Console console) {
        CommandLine all = new CommandLine(new GanglionCommand(console));
        byName.values().forEach(verb -> all.addSubcommand(verb.get()));
        return all;
    }

    /** The names, in the order of the help text. */
    Set<String> names() {
        return byName.keySet();
    }

    /** The verb that comes first among the words that are no options; all if it is none, as for help; none for the version. */
    List<Object> neededBy(String... arguments) {
        Optional<String> word = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst();
        if (word.isPresent() && byName.containsKey(word.get())) {
            return List.of(byName.get(word.get()).get());
        }
        boolean version = word.isEmpty() && Arrays.stream(arguments).anyMatch(VERSION::contains);
        return version ? List.of() : byName.values().stream().map(Supplier::get).toList();
    }
}
