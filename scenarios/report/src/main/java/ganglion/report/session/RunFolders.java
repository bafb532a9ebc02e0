package ganglion.report.session;

import ganglion.documents.OutputException;
import ganglion.documents.output.FileTrees;
import ganglion.documents.output.HiddenPlace;
import ganglion.report.files.IfExists;
import ganglion.report.files.OutputFolder;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.report.suite.StudyFolder;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseRunner.RunKeeper;
import ganglion.scenario.suite.SuiteCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes run directories into one folder: those of a suite under the names of the scenarios, those of a sweep under numbers. */
public final class RunFolders implements RunKeeper {

    /** A sweep of more runs leaves its table only, unless its runs are to be kept. */
    private static final int MOST_DIRECTORIES = 100;

    /** Run directories of a sweep whose runs are to be kept: they have numbers of four digits. */
    private static final int MOST_KEPT = 9999;

    private final Path folder;
    private final boolean underNames;
    private final int most;
    private final Function<List<String>, RunManifest> manifests;

    private RunFolders(Path folder, boolean underNames, int most, Function<List<String>, RunManifest> manifests) {
        this.folder = folder;
        this.underNames = underNames;
        this.most = most;
        this.manifests = manifests;
    }

    /**
     * The folder of a suite of scenarios.
     *
     * @param manifests the manifest of a run that a command repeats, given the words of the command
     */
    public static RunFolders ofSuite(Path folder, Function<List<String>, RunManifest> manifests) {
        return new RunFolders(folder, true, MOST_DIRECTORIES, manifests);
    }

    /**
     * The folder of one sweep.
     *
     * @param keepsRuns whether each run leaves a run directory, also where there are many
     */
    static RunFolders ofSweep(Path folder, boolean keepsRuns, Function<List<String>, RunManifest> manifests) {
        return new RunFolders(folder, false, keepsRuns ? MOST_KEPT : MOST_DIRECTORIES, manifests);
    }

    /**
     * Looks whether the run directories of a suite may be written, before the suite is run.
     *
     * @throws OutputException saying in one line which folder holds what Ganglion did not write, or a sweep in the place of a run,
     *     or a run in the place of a sweep
     */
    public static void check(Path folder, List<SuiteCase> cases) throws OutputException {
        for (SuiteCase each : cases) {
            Path place = place(folder, each);
            if (isSweep(each)) {
                checkSweep(place);
            } else {
                RunDirectory.check(place, IfExists.REPLACE);
            }
        }
    }

    /**
     * Deletes what earlier sweeps left in the places of those of a suite, before the suite is run.
     *
     * @throws OutputException saying in one line what cannot be deleted
     */
    public static void clear(Path folder, List<SuiteCase> cases) throws OutputException {
        for (SuiteCase each : cases) {
            if (isSweep(each)) {
                clearSweep(place(folder, each));
            }
        }
    }

    private static Path place(Path folder, SuiteCase each) {
        return folder.resolve(OutputFolder.fileName(each.name()));
    }

    private static boolean isSweep(SuiteCase each) {
        return each.points().size() > 1;
    }

    /** The same for one sweep. If this one is killed or loses runs, no table and no run of another one fills its gaps. */
    static void clearSweep(Path folder) throws OutputException {
        try {
            StudyFolder.clear(folder);
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
        for (Path run : runsOfSweep(folder)) {
            FileTrees.delete(run);
        }
    }

    /** The same for the run directories of one sweep, which may not lie in a run directory themselves. */
    static void checkSweep(Path folder) throws OutputException {
        RunDirectory.check(folder.resolve(numbered(0)), IfExists.REPLACE);
        StudyFolder.check(folder);
        for (Path run : runsOfSweep(folder)) {
            RunDirectory.check(run, IfExists.REPLACE);
        }
    }

    /** Whether there are results of a sweep, of a killed one as well. */
    static boolean hasSweep(Path folder) throws OutputException {
        return StudyFolder.isThere(folder) || !runsOfSweep(folder).isEmpty();
    }

    private static String numbered(int point) {
        return String.format(Locale.ROOT, "%04d", point + 1);
    }

    /** The run directories of an earlier sweep; files of others beside them stay. */
    private static List<Path> runsOfSweep(Path place) throws OutputException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d{4}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    @Override
    public String keep(ScenarioRun run, RunPoint point) throws IOException {
        String place = place(run.scenario(), point);
        if (place.isEmpty()) {
            return "";
        }
        RunManifest manifest = manifests.apply(command(run, point));
        RunDirectory.write(run, folder.resolve(place), manifest, IfExists.REPLACE);
        return place + "/report.html";
    }

    @Override
    public Optional<HiddenPlace> recordings(Scenario scenario, RunPoint point) throws IOException {
        String place = place(scenario, point);
        return place.isEmpty() ? Optional.empty() : Optional.of(HiddenPlace.beside(folder.resolve(place)));
    }

    /** The run directory of a run within the folder; empty where the scenario has too many runs. */
    private String place(Scenario scenario, RunPoint point) {
        int runs = scenario.points().size();
        if (runs > most) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (underNames) {
            parts.add(OutputFolder.fileName(scenario.name()));
        }
        if (!underNames || runs > 1) {
            parts.add(numbered(point.number()));
        }
        return String.join("/", parts);
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
