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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes run directories into one folder: those of a suite under the names of the scenarios, those of a sweep under numbers. */
public final class RunFolders implements RunKeeper {

    /** A sweep of more runs leaves its table only. */
    private static final int MOST_DIRECTORIES = 100;

    private final Path folder;
    private final boolean underNames;
    private final Function<List<String>, RunManifest> manifests;

    private RunFolders(Path folder, boolean underNames, Function<List<String>, RunManifest> manifests) {
        this.folder = folder;
        this.underNames = underNames;
        this.manifests = manifests;
    }

    /**
     * The folder of a suite of scenarios.
     *
     * @param manifests the manifest of a run that a command repeats, given the words of the command
     */
    public static RunFolders ofSuite(Path folder, Function<List<String>, RunManifest> manifests) {
        return new RunFolders(folder, true, manifests);
    }

    /** The folder of one sweep. */
    static RunFolders ofSweep(Path folder, Function<List<String>, RunManifest> manifests) {
        return new RunFolders(folder, false, manifests);
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
        RunManifest manifest = manifests.apply(command(run, point));
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
