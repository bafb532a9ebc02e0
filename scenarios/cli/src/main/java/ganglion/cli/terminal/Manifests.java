package ganglion.cli.terminal;

import ganglion.report.run.RunManifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The manifests of what a command writes. */
public final class Manifests {

    private Manifests() {}

    /** The version, the words of the command line and the time of the start. */
    public static RunManifest of(CommandSpec command, Instant started) {
        List<String> words = new ArrayList<>(List.of("ganglion"));
        words.addAll(command.root().commandLine().getParseResult().originalArgs());
        return new RunManifest(new Version().number(), words, started);
    }

    /** That of a run which starts now, and which another command repeats. */
    public static RunManifest ofCommand(List<String> words) {
        return new RunManifest(new Version().number(), words, Instant.now());
    }
}
