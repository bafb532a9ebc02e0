package ganglion.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say where the scenario of a recorded run is, and how far the run directory is trusted. */
public final class OriginOptions {

    @Option(names = "--scenario", paramLabel = "FILE", description = "Where the scenario is now, if it was moved.")
    private Path scenario;

    @Option(
            names = "--allow-outside-paths",
            description =
                    "Follow what the run directory says even to files that are neither in it nor below the working folder, and"
                            + " relative paths of the scenario out of its folder.")
    private boolean allowOutsidePaths;

    /** The new place of the scenario; empty if it is where the run directory says. */
    public Optional<Path> movedTo() {
        return Optional.ofNullable(scenario);
    }

    /** Whether the run directory may name files out of itself and the working folder. */
    public boolean allowOutsidePaths() {
        return allowOutsidePaths;
    }
}
