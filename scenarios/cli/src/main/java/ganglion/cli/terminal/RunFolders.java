package ganglion.cli.terminal;

import ganglion.report.files.IfExists;
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

/** Keeps run directories in one folder: in a suite that of a scenario under its name, those of a sweep under numbers. */
public final class RunFolders implements RunKeeper {

    /** A sweep of more runs keeps its table only. */
    private static final int MOST_KEPT = 100;

    private final Path folder;
    private final boolean underNames;

    private RunFolders(Path folder, boolean underNames) {
        this.folder = folder;
        this.underNames = underNames;
    }

    /** The folder of a suite of scenarios. */
    public static RunFolders ofSuite(Path folder) {
        return new RunFolders(folder, true);
    }

    /** The folder of one sweep. */
    public static RunFolders ofSweep(Path folder) {
        return new RunFolders(folder, false);
    }

    @Override
    public String keep(ScenarioRun run, RunPoint point) throws IOException {
        int runs = run.scenario().points().size();
        if (runs > MOST_KEPT) {
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
        RunManifest manifest = new RunManifest(new Version().number(), command(run, point), Instant.now());
        RunDirectory.write(run, folder.resolve(place), manifest, IfExists.REPLACE);
        return place + "/report.html";
    }

    /** The command that does this run again, and nothing else. */
    private static List<String> command(ScenarioRun run, RunPoint point) {
        List<String> words = new ArrayList<>(
                List.of("ganglion", "run", run.scenario().source().file()));
        if (run.scenario().isStudy()) {
            words.addAll(List.of("--point", Integer.toString(point.number() + 1)));
        }
        return words;
    }
}
