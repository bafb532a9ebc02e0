package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ganglion} without a verb: shows what there is. Holds what every verb shares. */
@Command(
        name = "ganglion",
        // No description: verbs without one of their own would inherit it.
        header = "Turns sound into spikes, runs them through a spiking network, and estimates the energy on each chip.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:an expectation of a scenario or experiment does not hold",
            "2:bad input, bad usage, or an output that cannot be written",
            "3:a fault of Ganglion, or a full heap",
            "130:ended early by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ganglion run scenarios/gallery/pitch-detector/scenario.yaml",
            "  ganglion test scenarios/gallery",
            "  ganglion hear note.flac",
            "  ganglion profile show loihi",
            "  ganglion help run"
        })
final class GanglionCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec specification;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces with errors.")
    private boolean verbose;

    GanglionCommand(Console console) {
        this.console = console;
    }

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public Integer call() {
        specification.commandLine().usage(console.err());
        return ExitCode.BAD_INPUT.number();
    }
}
