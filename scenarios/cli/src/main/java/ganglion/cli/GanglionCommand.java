package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ExitCodeWords;
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
            ExitCodeWords.FINE,
            ExitCodeWords.EXPECTATION_FAILED,
            ExitCodeWords.BAD_INPUT,
            ExitCodeWords.OUR_FAULT,
            ExitCodeWords.INTERRUPTED
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
