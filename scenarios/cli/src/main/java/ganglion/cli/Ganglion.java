package ganglion.cli;

import ganglion.cli.option.PlainValues;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.UsageFaults;
import ganglion.cli.verb.Invocation;
import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: the verbs, and one way to report the faults of all of them. */
public final class Ganglion {

    /** What Java makes of bytes in an argument that are no character. */
    private static final char UNDECODED = '\uFFFD';

    private final Console console;
    private final StopSignal stop;

    /** @param stop says when the work is to end early */
    public Ganglion(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    /** Runs one command line. Whatever happens becomes an exit code and, if it is a fault, lines on standard error. */
    public ExitCode run(String... arguments) {
        GanglionCommand root = new GanglionCommand(console);
        FaultReport faults = new FaultReport(console, root::isVerbose);
        ExitCode code;
        try {
            checkDecoded(arguments);
            String[] words = withoutHelpVerb(arguments);
            code = ExitCode.of(commandLine(root, faults, words).execute(words));
        } catch (Throwable e) { // also an Error, such as a full heap: the caller is owed one line and an exit code
            code = faults.report(e);
        }
        return console.outFailure()
                .map(failure -> faults.report(new OutputException("standard output", failure)))
                .map(code::or)
                .orElse(code);
    }

    /** {@code help VERB} means {@code VERB --help}. */
    private static String[] withoutHelpVerb(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] words = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        words[words.length - 1] = "--help";
        return words;
    }

    /** Java has no name for a file whose name it cannot decode: it would look for another one. */
    private static void checkDecoded(String... arguments) throws InputException {
        for (String word : arguments) {
            if (word.indexOf(UNDECODED) >= 0) {
                throw new InputException(
                        word,
                        "found bytes that are no characters in this locale, expected a name in UTF-8 (and"
                                + " LC_ALL=C.UTF-8)");
            }
        }
    }

    private CommandLine commandLine(GanglionCommand root, FaultReport faults, String... arguments) {
        CommandLine commands = new CommandLine(root);
        Verbs verbs = new Verbs(new Invocation(console, faults, stop, List.of(arguments)));
        verbs.neededBy(arguments).forEach(commands::addSubcommand);
        commands.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        commands.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new VerbList(verbs));
        return PlainValues.readBy(commands)
                .setExpandAtFiles(false) // @NAME is a file of that name, and a request says all of its words
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outColoured() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(new KnownCommands())
                .setParameterExceptionHandler(new UsageFaults(console))
                .setExecutionExceptionHandler(faults);
    }

    /** Runs the last command of a line. A request for help makes picocli pass over a command that there is not; this does not. */
    private static final class KnownCommands implements IExecutionStrategy {

        @Override
        public int execute(ParseResult parsed) {
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            CommandLine command = last.commandSpec().commandLine();
            if (!last.unmatched().isEmpty() && !command.getSubcommands().isEmpty()) {
                throw new UnmatchedArgumentException(command, last.unmatched());
            }
            return new RunLast().execute(parsed);
        }
    }

    /** The list of commands in the help text of {@code ganglion}, by their groups. */
    private static final class VerbList implements IHelpSectionRenderer {

        private final Verbs verbs;

        VerbList(Verbs verbs) {
            this.verbs = verbs;
        }

        @Override
        public String render(Help help) {
            Map<String, CommandLine> known = help.commandSpec().subcommands();
            StringBuilder text = new StringBuilder();
            for (VerbGroup group : VerbGroup.values()) {
                Map<String, Help> listed = new LinkedHashMap<>();
                for (Verb verb : verbs.all()) {
                    CommandLine command = known.get(verb.name());
                    if (verb.group() == group && command != null && !hidden(command)) {
                        listed.put(verb.name(), command.getHelp());
                    }
                }
                if (!listed.isEmpty()) {
                    text.append(help.createHeading("%n" + group.title() + ":%n"))
                            .append(help.commandList(listed));
                }
            }
            return text.toString();
        }

        private static boolean hidden(CommandLine command) {
            return command.getCommandSpec().usageMessage().hidden();
        }
    }
}
