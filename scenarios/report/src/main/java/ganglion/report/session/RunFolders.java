package ganglion.report.session;

import ganglion.report.files.IfExists;
import ganglion.report.files.OutputFolder;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.RunKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes run directories into one folder: those of a suite under the names of the scenarios, those of a sweep under numbers. */
public final class RunFolders implements RunKeeper {

    /** A sweep of more runs leaves its table only. */
    private static final int MOST_DIRECTORIES = 100;

    private final Path folder;
    private final boolean underNames;
    private final String version;

    private RunFolders(Path folder, boolean underNames, String version) {
        this.folder = folder;
        this.underNames = underNames;
        this.version = version;
    }

    /**
     * The folder of a suite of scenarios.
     *
     * @param version version of Ganglion, for the manifests
     */
    public static RunFolders ofSuite(Path folder, String version) {
        return new RunFolders(folder, true, version);
    }

    /** The folder of one sweep. */
    static RunFolders ofSweep(Path folder, String version) {
        return new RunFolders(folder, false, version);
    }

    @Override
    public String keep(ScenarioRun run, RunPoint point) throws IOException {
        int runs = run.scenario().points().size();
        if (runs > MOST_DIRECTORIES) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (underNames) {
            parts.add(OutputFolder.fileName(run.scenario().name()));
        }
        if (runs > 1) {
            parts.add(String.format(Locale.ROOT, "%04d", point.number() + 1));
        }
        String place = String.join("/", parts);
        RunManifest manifest = new RunManifest(version, command(run, point), Instant.now());
        RunDirectory.write(run, folder.resolve(place), manifest, IfExists.REPLACE);
        return place + "/report.html";
    }

    /** The command that repeats this run alone. */
    private static List<String> command(ScenarioRun run, RunPoint point) {
        List<String> words = new ArrayList<>(
                List.of("ganglion", "run", run.scenario().source().file()));
        if (run.scenario().isStudy()) {
            words.addAll(List.of("--point", Integer.toString(point.number() + 1)));
        }
        return words;
    }
}
