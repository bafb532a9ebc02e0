package ganglion.report.run;

import ganglion.documents.InputException;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The scenario that a run directory comes from, with the settings of the run. */
public final class ScenarioOfRun {

    private ScenarioOfRun() {}

    /**
     * Reads it from where it was.
     *
     * @param directory the run directory
     * @param profiles devices to use in place of those of the run; empty for these
     * @param movedTo new place of the scenario file, if it was moved
     * @param allowOutsidePaths whether the run directory may name files out of itself and the working folder
     * @throws InputException if it is not there, cannot be used, or the run directory leads where it may not
     */
    public static Scenario read(
            Path directory, List<String> profiles, Optional<Path> movedTo, boolean allowOutsidePaths)
            throws InputException {
        RunOrigin origin = RunOrigin.read(directory);
        Path file = movedTo.orElseGet(() -> RunOrigin.found(directory, origin.scenario()));
        if (movedTo.isPresent() && !Files.isRegularFile(file)) {
            throw JsonDocument.refusal(file, "is no file, expected the scenario of the run");
        }
        if (!Files.isRegularFile(file)) {
            throw JsonDocument.refusal(
                    directory.resolve(RunOrigin.FILE),
                    "names the scenario " + file
                            + ", which is not there; expected it, or --scenario with its new place");
        }
        if (!allowOutsidePaths) {
            origin.checkReach(directory, movedTo.isPresent(), !profiles.isEmpty());
        }
        try {
            return ScenarioFiles.read(file, origin.overrides(directory, profiles));
        } catch (InputException e) {
            throw origin.located(directory, e);
        }
    }
}
