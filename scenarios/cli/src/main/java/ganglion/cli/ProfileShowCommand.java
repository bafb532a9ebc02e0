package ganglion.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stub. */
@Command(name = "show", description = "x")
final class ProfileShowCommand implements Callable<Integer> {
    private final Console console;

    ProfileShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("stub");
        return 0;
    }
}
