package ganglion.scenario.experiment;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/** A folder with small data sets, in which tests write experiments. */
public final class ExperimentFolder {

    /** Channels of the recorded spikes. */
    public static final int CHANNELS = 6;

    private final Path folder;

    /** @param folder an empty folder */
    public ExperimentFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a name is. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Makes a folder. */
    public ExperimentFolder with(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        return this;
    }

    /** Writes a text file. */
    public Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Lists of spikes of two classes, of 40 ms: {@code low} fires in the lower half of the channels, {@code high} in the upper. */
    public ExperimentFolder withSpikeLists(String name, int perClass, long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < perClass; i++) {
            write(name + "/low/low-" + i + ".csv", spikes(random, 0));
            write(name + "/high/high-" + i + ".csv", spikes(random, CHANNELS / 2));
        }
        return this;
    }

    private static String spikes(Random random, int lowest) {
        StringBuilder text = new StringBuilder("time,neuron\n");
        for (int step = 0; step < 20; step++) {
            text.append(step * 2)
                    .append(" ms,")
                    .append(lowest + random.nextInt(CHANNELS / 2))
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads an experiment. */
    public Experiment read(String text) throws IOException, InputException {
        return read(text, Map.of());
    }

    /** Reads an experiment with values of the command line. */
    public Experiment read(String text, Map<String, String> settings) throws IOException, InputException {
        return ExperimentFiles.read(
                write("experiment.yaml", text),
                new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), false));
    }

    /** What is wrong with an experiment: line, pointer and message of each problem. */
    public List<String> problems(String text) throws IOException {
        Path file = write("experiment.yaml", text);
        return assertThrows(InputException.class, () -> ExperimentFiles.read(file, ScenarioOverrides.NONE))
                .problems()
                .stream()
                .map(ExperimentFolder::line)
                .toList();
    }

    private static String line(Problem problem) {
        return problem.line() + " " + problem.pointer() + ": " + problem.message();
    }
}
