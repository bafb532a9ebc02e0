package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code ganglion bench} where there are no benchmarks. They are not shipped, so the launcher of a source tree runs them before
 * it comes to this program, and what is left is to say so.
 */
@Command(
        name = "bench",
        header = "Prints how fast the engine is on this machine.",
        description =
                "Needs a source tree: see benchmarks/README.md there. In one, './ganglion bench --help' lists the names of benchmarks.",
        footer = {"  ganglion bench", "  ganglion bench --json w1 w3"})
public final class BenchCommand implements Callable<Integer> {

    private final Console console;

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    /** @param console to print on */
    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.errorLine(
                "ganglion bench: found no benchmarks beside this program, expected ./ganglion of a source tree");
        return ExitCode.BAD_INPUT.number();
    }
}
