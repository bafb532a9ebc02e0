package ganglion.api.engine;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.report.files.IfExists;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes run directories. */
public final class RecordedRunFiles {

    private static final String LIBRARY = "as a library";

    private RecordedRunFiles() {}

    /**
     * Writes the directory of a run.
     *
     * @return where it is
     * @throws OutputException if it cannot be written, or something else is in its place
     */
    public static Path write(RunCall call, Path directory) throws OutputException {
        ScenarioOverrides changes = call.scenario().scenario().overrides();
        RunManifest manifest = call.scenario().inMemory()
                ? manifest("run", directory.resolve("scenario.yaml").toString(), ScenarioOverrides.NONE)
                : manifest("run", call.run().scenario().source().file(), changes);
        PlaceClaim claim = PlaceClaim.beside(directory);
        try (claim) {
            return call.scenario().inMemory()
                    ? RunDirectory.writeWithScenario(
                            call.run(), directory, manifest, IfExists.REPLACE, place -> copy(call, place))
                    : RunDirectory.write(call.run(), directory, manifest, IfExists.REPLACE);
        } catch (IOException e) {
            throw new OutputException(directory.toString(), e);
        }
    }

    private static void copy(RunCall call, Path place) throws IOException {
        try {
            ScenarioCopy.write(call.scenario(), place);
        } catch (InputException e) {
            throw new IOException("the scenario cannot be written: " + e.getMessage(), e);
        }
    }

    /** Says how something was made, by the command that would repeat it. */
    static RunManifest manifest(String verb, String file, ScenarioOverrides changes) {
        List<String> words = new ArrayList<>(List.of("ganglion", verb, file));
        changes.settings().forEach((pointer, text) -> words.addAll(List.of("--set", pointer + "=" + text)));
        changes.seed().ifPresent(seed -> words.addAll(List.of("--seed", Long.toString(seed))));
        changes.profiles().forEach(profile -> words.addAll(List.of("--profile", profile)));
        if (changes.allowOutsidePaths()) {
            words.add("--allow-outside-paths");
        }
        return new RunManifest(LIBRARY, words, Instant.now());
    }
}
