package ganglion.scenario.suite;

import ganglion.documents.InputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.data.RasterWriter;
import ganglion.scenario.expect.RasterDifference;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites the golden rasters of a scenario with the spikes of a run, and notes what changed. If several runs name one file,
 * the first one writes it and the others are checked against it. Thread-safe.
 *
 * <p>A scenario may come from a stranger, so that a file that is no raster is never replaced, and none outside the folder
 * of the scenario unless the user allows it.
 */
final class GoldenFiles {

    private final Set<Path> written = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean anywhere;

    /** @param anywhere whether files outside the folder of the scenario may be written too */
    GoldenFiles(boolean anywhere) {
        this.anywhere = anywhere;
    }

    /** What was changed, one line each. */
    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Brings the golden rasters of a run up to date.
     *
     * @return whether any was written
     * @throws InputException saying in one line at which place of the scenario there is a file that cannot be written
     */
    synchronized boolean update(ScenarioRun run) throws InputException {
        boolean changed = false;
        for (Expectation expectation : run.scenario().expectations()) {
            Optional<DocumentPath> golden = expectation.golden();
            if (golden.isPresent() && written.add(golden.get().resolved())) {
                changed |= update(expectation, golden.get(), run);
            }
        }
        return changed;
    }

    private boolean update(Expectation expectation, DocumentPath file, ScenarioRun run) throws InputException {
        RasterFile old = read(file.resolved());
        RasterFile now = new RasterFile(run.clock().tickSeconds(), run.ticks(), rasters(old, run));
        if (now.equals(old)) {
            return false;
        }
        String change = old == null
                ? spikes(now) + " written"
                : RasterDifference.between(RasterDifference.raster(run.clock(), run.result()), old, "the golden raster")
                                .map(RasterDifference::text)
                                .orElse("the populations differ")
                        + ", rewritten";
        try {
            requireOurs(file);
            FilePublisher.publish(file.resolved(), out -> RasterWriter.write(now, out));
        } catch (IOException e) {
            throw new InputException(run.scenario().problem(expectation.goldenPointer(), file + ": " + e.getMessage()));
        }
        notes.add(file + ": " + change);
        return true;
    }

    /** Refuses to write what may be someone else's file. */
    private void requireOurs(DocumentPath file) throws IOException {
        if (!anywhere && Path.of(file.written()).isAbsolute()) {
            throw new IOException("found an absolute path, expected one in the scenario's folder;"
                    + " --allow-outside-paths lets --update write it");
        }
        if (Files.isRegularFile(file.resolved()) && !RasterFile.isBegun(file.resolved())) {
            throw OwnFile.refusal("a golden raster");
        }
    }

    private static String spikes(RasterFile file) {
        return file.rasters().values().stream().mapToInt(SpikeRaster::size).sum() + " spikes";
    }

    /** The populations of the old file that still exist; if none does, those that the scenario records. */
    private static Map<String, SpikeRaster> rasters(RasterFile old, ScenarioRun run) {
        List<String> names =
                run.network().populations().stream().map(Population::name).toList();
        List<String> wanted = new ArrayList<>(
                old == null
                        ? run.scenario().recording().spikes()
                        : List.copyOf(old.rasters().keySet()));
        wanted.retainAll(names);
        if (wanted.isEmpty()) {
            wanted.addAll(run.scenario().recording().spikes());
        }
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        names.stream()
                .filter(wanted::contains)
                .forEach(name -> rasters.put(name, run.result().spikesOf(name)));
        return rasters;
    }

    /** The existing file; null if there is none or it cannot be read. */
    private static RasterFile read(Path file) {
        try {
            return RasterFile.read(file);
        } catch (TableException e) {
            return null;
        }
    }
}
