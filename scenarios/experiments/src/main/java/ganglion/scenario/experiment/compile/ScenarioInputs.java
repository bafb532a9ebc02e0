package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.output.FileSet;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.data.HearingSettings;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the inputs of a compiled scenario: one recording, or several with one run each, because a trained network starts each
 * sample from its initial state.
 */
public final class ScenarioInputs {

    private static final String FOLDER = "audio";

    private final SavedClassifier classifier;
    private final Path scenario;
    private final FileSet files;

    /** @param files takes what is written beside the scenario */
    ScenarioInputs(SavedClassifier classifier, Path scenario, FileSet files) {
        this.classifier = classifier;
        this.scenario = scenario;
        this.files = files;
    }

    /** Adds the inputs to the scenario, and returns the files that were written beside it. */
    public List<Path> write(ObjectNode document, List<CompiledClip> clips) throws IOException {
        return classifier.features() instanceof Features.Heard heard
                ? writeSound(document, clips, heard.settings())
                : writeSpikes(document, classifier.features().inputs());
    }

    /** Writes an empty list of spikes, for the user to fill. */
    public List<Path> writeSpikes(ObjectNode document, int size) throws IOException {
        Path list = scenario.resolveSibling("input.spikes.csv");
        ObjectNode input = document.putArray("inputs").addObject();
        input.put("name", CompiledModel.INPUT);
        input.put("spikes", list.getFileName().toString());
        input.put("size", size);
        if (Files.exists(list)) {
            return List.of();
        }
        writeText(list, "tick,neuron\n");
        return List.of(list);
    }

    private List<Path> writeSound(ObjectNode document, List<CompiledClip> clips, HearingSettings settings)
            throws IOException {
        List<Path> copies = new ArrayList<>();
        if (clips.size() > 1) {
            document.putArray("sweep");
        }
        ObjectNode input = document.putArray("inputs").addObject().put("name", CompiledModel.INPUT);
        for (CompiledClip clip : clips) {
            Path copy = copy(clip, copies.size());
            copies.add(copy);
            String written = FOLDER + "/" + copy.getFileName();
            if (copies.size() == 1) {
                input.put("audio", written);
                putLabel(input, "label", clip);
            }
            if (clips.size() > 1) {
                ObjectNode point =
                        ((ArrayNode) document.get("sweep")).addObject().put("/inputs/0/audio", written);
                putLabel(point, "/inputs/0/label", clip);
            }
        }
        JsonNode features = features();
        if (features.has("frontend")) {
            input.set("frontend", features.get("frontend"));
        }
        writeEncoder(input, features, settings);
        return copies;
    }

    private static void putLabel(ObjectNode node, String key, CompiledClip clip) {
        if (!clip.label().isEmpty()) {
            node.put(key, clip.label());
        }
    }

    private static void writeEncoder(ObjectNode input, JsonNode features, HearingSettings settings) {
        if (settings.heardAs().isNumbers()) {
            ObjectNode currents = input.putObject("encoder").putObject("currents");
            currents.put("features", features.get("as").asText());
            if (settings.heardAs().hasCepstrum()) {
                currents.put("coefficients", settings.coefficients());
            }
            if (settings.heardAs().hasContour() && features.has("contour")) {
                currents.set("contour", features.get("contour"));
            }
            if (settings.framesPerStep() > 1) {
                currents.put("frames-per-tick", settings.framesPerStep());
            }
        } else if (features.has("encoder")) {
            input.set("encoder", features.get("encoder"));
        }
    }

    /** Name of a recording's file beside the scenario: numbered, because recordings of one name may come from different folders. */
    public static String numbered(int number, CompiledClip clip) {
        String name = clip.file().getFileName().toString().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return String.format(Locale.ROOT, "%03d-%s", number, name);
    }

    /** A file or folder beside the scenario. */
    public Path beside(String name) {
        return scenario.toAbsolutePath().resolveSibling(name);
    }

    /** Writes a file beside the scenario, or below its folder. */
    public void writeText(Path file, String text) throws IOException {
        files.fill(file, hidden -> Files.writeString(hidden, text, StandardCharsets.UTF_8));
    }

    private Path copy(CompiledClip clip, int number) throws IOException {
        Path copy = beside(FOLDER).resolve(numbered(number + 1, clip));
        files.fill(copy, hidden -> Files.copy(clip.file(), hidden));
        return copy;
    }

    private JsonNode features() {
        try {
            return new ObjectMapper()
                    .readTree(classifier.trained().experiment())
                    .path("features");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the experiment was read before", e);
        }
    }
}
