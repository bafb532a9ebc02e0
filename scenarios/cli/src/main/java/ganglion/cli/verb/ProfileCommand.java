package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ganglion profile}: shows its own verbs. */
@Command(
        name = "profile",
        header =
                "Lists, shows, begins and checks hardware profiles, and compares them with measurements, past and future.",
        description =
                "A hardware profile is a chip as a document: what it holds, what its operations cost in energy and time, "
                        + "and who published each figure.",
        footer = {
            "  ganglion profile list",
            "  ganglion profile show loihi",
            "  ganglion profile new my-chip",
            "  ganglion profile validate my-chip.yaml",
            "  ganglion profile accuracy",
            "  ganglion profile forecast forecasts/networks.yaml --out forecasts"
        })
public final class ProfileCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ProfileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        specification.commandLine().usage(console.err());
        return ExitCode.BAD_INPUT.number();
    }
}
