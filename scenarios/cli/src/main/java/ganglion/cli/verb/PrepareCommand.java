package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code ganglion prepare} without the launcher. The launcher does the work before it comes to this program, since only it knows the
 * options of Java, and what is left is to say so.
 */
@Command(
        name = "prepare",
        header = "Makes later starts faster.",
        description = {
            "Writes the classes of the program, as Java holds them in memory, to one file of about 80 MB, from which later starts take them."
                    + " That takes some 20 seconds, once for each installation and Java, and spares most of a second at each start.",
            "The file lies beside the jars of the program, or, where that folder is read-only, in the user's cache"
                    + " ($XDG_CACHE_HOME/ganglion, or ~/.cache/ganglion). It may be deleted at any time.",
            "In a source tree, the launcher does this without being asked."
        },
        footer = "  ganglion prepare")
public final class PrepareCommand implements Callable<Integer> {

    private final Console console;

    /** @param console to print on */
    public PrepareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.errorLine("ganglion prepare: found no launcher, expected the script ganglion of an installation");
        return ExitCode.BAD_INPUT.number();
    }
}
