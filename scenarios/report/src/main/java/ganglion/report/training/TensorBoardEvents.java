package ganglion.report.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of the epochs of a training, in event files of TensorBoard: a folder for each experiment, and in it for each seed or part. */
public final class TensorBoardEvents implements AutoCloseable {

    /** Names in a result, and in TensorBoard. */
    private static final Map<String, String> TAGS = tags();

    private final Path folder;
    private final Instant started;
    private EventFile file;

    /**
     * Events of an experiment.
     *
     * @param folder of the experiment, which is made
     * @param started names the file
     * @throws IOException if the folder cannot be made
     */
    public TensorBoardEvents(Path folder, Instant started) throws IOException {
        this.folder = folder;
        this.started = started;
        Files.createDirectories(folder);
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("trainingLoss", "loss/training");
        tags.put("validationLoss", "loss/validation");
        tags.put("trainingAccuracy", "accuracy/training");
        tags.put("validationAccuracy", "accuracy/validation");
        tags.put("validationMeanF1", "mean-f1/validation");
        tags.put("learningRate", "learning-rate");
        tags.put("meanGradientNorm", "gradient-norm");
        tags.put("samplesPerSecond", "samples-per-second");
        return tags;
    }

    /**
     * Writes the figures of an epoch.
     *
     * @param run name of the seed or part, which is that of its folder; empty if there is only one
     * @param now when it ended
     * @param epoch as it stands in the result
     * @throws IOException if they cannot be written
     */
    public void write(String run, Instant now, JsonNode epoch) throws IOException {
        double seconds = now.toEpochMilli() / 1e3;
        if (file == null) {
            Path own = run.isEmpty() ? folder : Files.createDirectories(folder.resolve(run));
            file = new EventFile(own.resolve("events.out.tfevents." + started.toEpochMilli() + ".ganglion"), seconds);
        }
        file.write(seconds, epoch.path("epoch").asLong(), scalars(epoch));
    }

    private static Map<String, Double> scalars(JsonNode epoch) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        TAGS.forEach((key, tag) -> put(scalars, tag, epoch.path(key)));
        for (JsonNode layer : epoch.path("layers")) {
            String name = "layer-" + layer.path("layer").asInt();
            put(scalars, "spikes-per-step/" + name, layer.path("spikesPerNeuronAndStep"));
            put(scalars, "dead-neurons/" + name, layer.path("deadNeurons"));
        }
        return scalars;
    }

    /** Adds a figure, where there is one. */
    private static void put(Map<String, Double> scalars, String tag, JsonNode figure) {
        if (figure.isNumber()) {
            scalars.put(tag, figure.asDouble());
        }
    }

    /** Ends the file; the next epoch begins another. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
