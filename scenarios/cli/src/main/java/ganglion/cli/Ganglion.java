package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.UsageFaults;
import ganglion.cli.verb.BenchCommand;
import ganglion.cli.verb.CompileCommand;
import ganglion.cli.verb.ComposeCommand;
import ganglion.cli.verb.CostCommand;
import ganglion.cli.verb.DiffCommand;
import ganglion.cli.verb.EvaluateCommand;
import ganglion.cli.verb.ExportCommand;
import ganglion.cli.verb.GalleryCommand;
import ganglion.cli.verb.HearCommand;
import ganglion.cli.verb.ImportCommand;
import ganglion.cli.verb.ProfileAccuracyCommand;
import ganglion.cli.verb.ProfileCommand;
import ganglion.cli.verb.ProfileListCommand;
import ganglion.cli.verb.ProfileNewCommand;
import ganglion.cli.verb.ProfileShowCommand;
import ganglion.cli.verb.ProfileValidateCommand;
import ganglion.cli.verb.RunCommand;
import ganglion.cli.verb.TestCommand;
import ganglion.cli.verb.TrainCommand;
import ganglion.cli.verb.ValidateCommand;
import ganglion.cli.verb.WorkerCommand;
import ganglion.documents.OutputException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

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
            code = ExitCode.of(commandLine(root, faults).execute(arguments));
        } catch (Throwable e) { // also an Error, such as a full heap: the caller is owed one line and an exit code
            code = faults.report(e);
        }
        return console.outFailure()
                .map(failure -> faults.report(new OutputException("standard output", failure)))
                .map(code::or)
                .orElse(code);
    }

    private CommandLine commandLine(GanglionCommand root, FaultReport faults) {
        CommandLine commands = new CommandLine(root)
                .addSubcommand(new RunCommand(console, faults, stop))
                .addSubcommand(new TestCommand(console, Main.class))
                .addSubcommand(new WorkerCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new CostCommand(console))
                .addSubcommand(new GalleryCommand(console))
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new ValidateCommand(console))
                .addSubcommand(new HearCommand(console))
                .addSubcommand(new ComposeCommand(console))
                .addSubcommand(new TrainCommand(console, faults, stop))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new CompileCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new CommandLine(new ProfileCommand(console))
                        .addSubcommand(new ProfileListCommand(console))
                        .addSubcommand(new ProfileShowCommand(console))
                        .addSubcommand(new ProfileNewCommand(console))
                        .addSubcommand(new ProfileValidateCommand(console))
                        .addSubcommand(new ProfileAccuracyCommand(console)));
        return commands.setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outColoured() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(new UsageFaults(console))
                .setExecutionExceptionHandler(
                        (fault, command, parsed) -> faults.report(fault).number());
    }
}
