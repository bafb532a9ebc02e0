package ganglion.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stub. */
@Command(name = "hear", description = "x")
final class HearCommand implements Callable<Integer> {
    private final Console console;

    HearCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("stub");
        return 0;
    }
}
