package ganglion.report.session;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FileTrees;
import ganglion.documents.output.HiddenPlace;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.Backend;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a scenario: simulates it, writes its run directory, and deletes its temporary files. No other process writes to
 * the directory until the session is closed.
 */
public final class RunSession implements AutoCloseable {

    private final Scenario scenario;
    private final CheckpointPlan checkpoints;
    private final ClaimedPlace place;
    private final RecordingFolder recordings;

    /**
     * @param out folder that the user named; null for a new one below {@code runs/}, or for the one that a checkpoint names
     * @param several whether other scenarios are run, too, so that each needs a folder within
     * @param started time for the name of a new folder
     * @throws OutputException saying in one line why the run directory could not be written
     */
    public RunSession(Scenario scenario, CheckpointPlan checkpoints, Path out, boolean several, Instant started)
            throws OutputException {
        Path named = out == null ? checkpoints.directory().orElse(null) : out;
        this.scenario = scenario;
        this.checkpoints = checkpoints;
        this.place = ClaimedPlace.of(named, scenario.name(), several, started);
        this.recordings = RecordingFolder.beside(place.path());
        try {
            RunDirectory.check(place.path(), place.ifExists());
            recordings.check();
            checkpoints.check(place.path());
        } catch (OutputException e) {
            place.close();
            throw e;
        }
    }

    /** The run directory of an earlier run, which {@link #write} replaces; empty if there is none. */
    public Optional<Path> replaced() {
        return RunDirectory.isRunDirectory(place.path()) ? Optional.of(place.path()) : Optional.empty();
    }

    /**
     * Simulates the scenario.
     *
     * @param backend what simulates it
     * @throws InputException if the scenario or its checkpoint cannot be used
     * @throws OutputException if a recording cannot be written
     */
    public ScenarioRun simulate(RunSettings machine, RunProgress progress, Backend backend)
            throws InputException, OutputException {
        NamedFiles.checkRasters(scenario);
        try {
            RunStorage storage = new RunStorage(checkpoints.of(place.path()), Optional.of(recordings.path()));
            return ScenarioRunner.run(scenario, machine, storage, progress, backend);
        } catch (UncheckedIOException e) {
            throw new OutputException(recordings.path(), e.getCause());
        }
    }

    /**
     * Writes the run directory. A directory that the user names is replaced if it is a run directory, and else stays.
     *
     * @return where it is, relative if the user named it so
     * @throws OutputException saying why it was not written
     */
    public Path write(ScenarioRun run, RunManifest manifest) throws OutputException {
        Path written;
        try {
            written = RunDirectory.write(run, place.path(), manifest, place.ifExists());
        } catch (IOException e) {
            throw new OutputException(place.path(), e);
        }
        if (run.complete()) {
            checkpoints.delete(place.path());
            recordings.delete();
        }
        return written;
    }

    /** The checkpoint from which a run that was stopped can be continued; empty if there is none. */
    public Optional<Path> checkpoint() {
        return checkpoints.isContinuable(place.path())
                ? Optional.of(CheckpointPlan.file(place.path()))
                : Optional.empty();
    }

    /** Recordings stay for a run that a checkpoint continues. */
    @Override
    public void close() {
        if (!checkpoints.isContinuable(place.path())) {
            recordings.delete();
        }
        place.close();
    }

    /**
     * Where a run writes what does not fit into memory, until it is linked into the run directory: a hidden folder beside that
     * directory. A run that continues from a checkpoint finds it by its name.
     *
     * @param path the folder
     */
    private record RecordingFolder(Path path) {

        static RecordingFolder beside(Path runDirectory) {
            return new RecordingFolder(
                    runDirectory.resolveSibling("." + runDirectory.getFileName() + HiddenPlace.RECORDING));
        }

        /** @throws OutputException if there is a link, through which files elsewhere would be replaced */
        void check() throws OutputException {
            if (Files.isSymbolicLink(path)) {
                throw new OutputException(
                        path.toString(),
                        new IOException("is a symbolic link, expected a folder of recordings or nothing"));
            }
        }

        /** Deletes the folder and what is in it. */
        void delete() {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                FileTrees.delete(path);
            }
        }
    }
}
