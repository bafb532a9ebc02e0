package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.UsageFaults;
import ganglion.documents.OutputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TypeConversionException;

/** The whole command line: the verbs, and one way to report the faults of all of them. */
public final class Ganglion {

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
            code = ExitCode.of(commandLine(root, faults, arguments).execute(arguments));
        } catch (Throwable e) { // also an Error, such as a full heap: the caller is owed one line and an exit code
            code = faults.report(e);
        }
        return console.outFailure()
                .map(failure -> faults.report(new OutputException("standard output", failure)))
                .map(code::or)
                .orElse(code);
    }

    /** An empty word, as a shell makes of a variable that is not set, would mean the working folder. */
    private static Path path(String word) {
        if (word.isEmpty()) {
            throw new TypeConversionException("found an empty path, expected a file or folder");
        }
        return Path.of(word);
    }

    private CommandLine commandLine(GanglionCommand root, FaultReport faults, String... arguments) {
        CommandLine commands = new CommandLine(root);
        new Verbs(console, faults, stop).neededBy(arguments).forEach(commands::addSubcommand);
        return commands.registerConverter(Path.class, Ganglion::path)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outColoured() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(new UsageFaults(console))
                .setExecutionExceptionHandler(
                        (fault, command, parsed) -> faults.report(fault).number());
    }
}
