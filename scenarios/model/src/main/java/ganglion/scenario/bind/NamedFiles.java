package ganglion.scenario.bind;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.table.TableException;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at every file that a scenario names, without running it. */
public final class NamedFiles {

    private NamedFiles() {}

    /** What is wrong with the weights, spikes, recordings and golden rasters of a scenario, in the order of its lines. */
    public static List<Problem> problems(Scenario scenario) {
        List<Problem> problems = new ArrayList<>();
        try {
            NetworkBinder.bind(scenario, Stimulus.NONE, TaskRunner.SEQUENTIAL, fraction -> {});
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
        try {
            SampleClips.read(scenario, fraction -> {});
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
        scenario.inputs().forEach(input -> decode(scenario, input, problems));
        scenario.expectations().forEach(expectation -> readRaster(scenario, expectation, problems));
        problems.sort(Comparator.comparingInt(Problem::line));
        return problems;
    }

    private static void decode(Scenario scenario, Input input, List<Problem> problems) {
        if (!(input instanceof Input.Audio audio)) {
            return;
        }
        for (Input.Clip clip : audio.clips()) {
            try {
                AudioFiles.read(clip.file().resolved());
            } catch (AudioFormatException e) {
                problems.add(scenario.problem(clip.pointer() + "/audio", clip.file() + ": " + e.getMessage()));
            }
        }
    }

    private static void readRaster(Scenario scenario, Expectation expectation, List<Problem> problems) {
        if (expectation.golden().isEmpty()) {
            return;
        }
        DocumentPath golden = expectation.golden().get();
        try {
            RasterFile.read(golden.resolved());
        } catch (TableException e) {
            String key = expectation instanceof Expectation.GoldenRaster ? "/raster" : "";
            problems.add(scenario.problem(expectation.pointer() + key, golden + ": " + e.getMessage()));
        }
    }
}
