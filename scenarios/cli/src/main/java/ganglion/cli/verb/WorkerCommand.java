package ganglion.cli.verb;

import ganglion.cli.option.SuiteOptions;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.Manifests;
import ganglion.documents.output.Leftovers;
import ganglion.report.session.RunFolders;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.WorkerLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A process that {@code ganglion test} starts: runs the scenarios that it reads from standard input. */
@Command(name = WorkerCommand.NAME, hidden = true, description = "Works for 'ganglion test'.")
public final class WorkerCommand implements Callable<Integer> {

    /** The name of the hidden verb. */
    public static final String NAME = "test-worker";

    private final Console console;

    @Option(names = "--out", required = true, description = "Where run directories go.")
    private Path out;

    @Mixin
    private SuiteOptions options;

    /** @param console to print on */
    public WorkerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream results = console.out();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        CaseRunner runner = new CaseRunner(options.settings(), RunFolders.ofSuite(out, Manifests::ofCommand));
        WorkerLoop.serve(requests, results, runner, WorkerCommand::end);
        return ExitCode.FINE.number();
    }

    /** A suite that was killed wants no results. */
    private static void end() {
        Leftovers.clearAtEnd();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }
}
