package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.output.FileSet;
import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that an import writes beside each other: the scenario, its weights, lists of spikes, and what else belongs to it. None is
 * in its place before {@link #publish}. Not thread safe.
 */
public final class ImportFiles implements AutoCloseable {

    private static final int LONGEST_NAME = 64;

    private final Path scenario;
    private final FileSet files = new FileSet();
    private final List<Path> written = new ArrayList<>();

    /** @param scenario the scenario to write: {@code .yaml} or {@code .json} */
    public ImportFiles(Path scenario) {
        this.scenario = scenario.toAbsolutePath();
    }

    /** The scenario's file name without its ending. */
    String name() {
        String name = scenario.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A file beside the scenario, with its name and another ending. */
    public Path beside(String ending) {
        return scenario.resolveSibling(name() + ending);
    }

    /** Name of the file with the spikes of an input, the first of which has the number 1. */
    public String spikesFile(int number) {
        return name() + ".spikes" + (number == 1 ? "" : "-" + number) + ".csv";
    }

    /** Whether there is a file with spikes of an input already. */
    boolean hasSpikes(int number) {
        return Files.exists(scenario.resolveSibling(spikesFile(number)));
    }

    /** A name that a scenario may have, after that of its file. */
    public String scenarioName() {
        String plain = name().replaceAll("[^A-Za-z0-9_.-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String named = plain.isEmpty() ? "network" : plain;
        return named.substring(0, Math.min(LONGEST_NAME, named.length()));
    }

    /**
     * Writes a document, as JSON if its name says so, else as YAML.
     *
     * @throws IOException if it cannot be written
     */
    public void writeDocument(Path file, ObjectNode document) throws IOException {
        files.fill(file, temporary -> ScenarioText.write(document, temporary, file));
        written.add(file);
    }

    /**
     * Writes the spikes of an input as CSV.
     *
     * @param number of the input, the first of which is 1
     * @throws IOException if they cannot be written
     */
    public void writeSpikes(int number, SpikeRaster spikes) throws IOException {
        StringBuilder text = new StringBuilder("tick,neuron\n");
        for (int i = 0; i < spikes.size(); i++) {
            text.append(spikes.tick(i)).append(',').append(spikes.neuron(i)).append('\n');
        }
        Path file = scenario.resolveSibling(spikesFile(number));
        files.fill(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
        written.add(file);
    }

    /**
     * Writes the scenario and its weights.
     *
     * @throws IOException if they cannot be written
     */
    public void writeScenario(NetworkFiles.Content content) throws IOException {
        Path weights = NetworkFiles.write(files, scenario, content);
        written.add(0, scenario);
        written.add(weights);
    }

    /**
     * Moves all files to their places.
     *
     * @return everything that was written, the scenario first
     * @throws IOException if a file cannot be moved
     */
    public List<Path> publish() throws IOException {
        files.publish();
        return List.copyOf(written);
    }

    @Override
    public void close() {
        files.close();
    }
}
