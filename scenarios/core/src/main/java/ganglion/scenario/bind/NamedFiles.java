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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at every file that a scenario names, without running it. */
public final class NamedFiles {

    private NamedFiles() {}

    /** What is wrong with the weights, spikes, recordings and golden rasters of a scenario, in the order of its lines; a raster may be missing. */
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

    /**
     * Refuses a scenario with a golden raster that cannot be read, before it is run. One that is not there yet only makes its
     * expectation fail, because it is made of the spikes of a run.
     *
     * @throws InputException with a line for each
     */
    public static void checkRasters(Scenario scenario) throws InputException {
        List<Problem> problems = new ArrayList<>();
        scenario.expectations().forEach(expectation -> readRaster(scenario, expectation, problems));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
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
        if (expectation.golden().filter(file -> Files.exists(file.resolved())).isEmpty()) {
            return;
        }
        DocumentPath golden = expectation.golden().get();
        try {
            RasterFile.read(golden.resolved());
        } catch (TableException e) {
            problems.add(scenario.problem(expectation.goldenPointer(), golden + ": " + e.getMessage()));
        }
    }
}
