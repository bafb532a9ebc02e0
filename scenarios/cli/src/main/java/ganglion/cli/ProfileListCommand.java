package ganglion.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stub. */
@Command(name = "list", description = "x")
final class ProfileListCommand implements Callable<Integer> {
    private final Console console;

    ProfileListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("stub");
        return 0;
    }
}
