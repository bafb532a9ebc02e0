package ganglion.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stub. */
@Command(name = "validate", description = "x")
final class ProfileValidateCommand implements Callable<Integer> {
    private final Console console;

    ProfileValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("stub");
        return 0;
    }
}
