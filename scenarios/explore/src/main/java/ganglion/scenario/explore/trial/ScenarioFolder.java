package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.YamlText;
import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.compile.ScenarioCompiler;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled network in a folder: a scenario with a run for each of some samples.
 *
 * @param scenario the scenario file
 * @param compiler that compiled it
 */
record ScenarioFolder(Path scenario, ScenarioCompiler compiler) {

    private static final String NAME = "scenario.yaml";
    private static final String LISTS = "spikes";

    /**
     * Compiles a network.
     *
     * @param folder that the scenario goes to
     * @param clips recordings, or recorded spikes; at least one
     * @throws InputException if the simulator has no equivalent for a part of the network
     * @throws OutputException if a file cannot be written
     */
    static ScenarioFolder write(TrainedClassifier network, Path folder, List<CostedClip> clips)
            throws InputException, OutputException {
        ScenarioCompiler compiler = ScenarioCompiler.of(network);
        Path scenario = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            compiler.write(
                    scenario,
                    clips.stream()
                            .map(clip -> new CompiledClip(clip.file(), clip.label()))
                            .toList());
            ScenarioFolder written = new ScenarioFolder(scenario, compiler);
            if (!network.features().fromSound()) {
                written.addLists(clips);
            }
            return written;
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
    }

    /** Changes a document. */
    interface Change {

        void apply(ObjectNode document);
    }

    /**
     * Changes the scenario file.
     *
     * @throws InputException if it cannot be read
     * @throws IOException if it cannot be written
     */
    void change(Change change) throws InputException, IOException {
        ObjectNode document = (ObjectNode) new DocumentReader().read(scenario).root();
        change.apply(document);
        FilePublisher.publishText(scenario, YamlText.of(document));
    }

    /** Recorded spikes as lists, one per run. */
    private void addLists(List<CostedClip> clips) throws InputException, IOException {
        Files.createDirectories(scenario.resolveSibling(LISTS));
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < clips.size(); i++) {
            String written = String.format(Locale.ROOT, "%s/%03d.spikes.csv", LISTS, i + 1);
            Files.writeString(
                    scenario.resolveSibling(written),
                    list(((SpikeInput) clips.get(i).input().orElseThrow()).raster()));
            points.addObject().put("/inputs/0/spikes", written);
        }
        change(document -> {
            ((ObjectNode) document.at("/inputs/0"))
                    .put("spikes", points.get(0).path("/inputs/0/spikes").asText());
            if (points.size() > 1) {
                document.set("sweep", points);
            }
        });
        Files.deleteIfExists(scenario.resolveSibling("input.spikes.csv"));
    }

    private static String list(SpikeRaster spikes) {
        StringBuilder text = new StringBuilder("tick,neuron\n");
        for (int k = 0; k < spikes.size(); k++) {
            text.append(spikes.tick(k)).append(',').append(spikes.neuron(k)).append('\n');
        }
        return text.toString();
    }

    /**
     * A sample that a decision is costed on.
     *
     * @param file the recording
     * @param label its class
     * @param input its spikes, where it is no sound that the scenario hears itself
     */
    record CostedClip(Path file, String label, Optional<SampleInput> input) {

        /**
         * The first samples of each class, of the classes in turn.
         *
         * @param examples in their order
         * @param samples the same, read
         * @param most number of samples at most
         * @param fromSound whether scenarios hear them by themselves
         */
        static List<CostedClip> choose(List<Example> examples, Examples samples, int most, boolean fromSound) {
            Map<String, Deque<CostedClip>> byClass = new LinkedHashMap<>();
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                Optional<SampleInput> input = fromSound
                        ? Optional.empty()
                        : Optional.of(samples.sample(i, 0).input());
                byClass.computeIfAbsent(example.label(), any -> new ArrayDeque<>())
                        .add(new CostedClip(example.file(), example.label(), input));
            }
            List<CostedClip> chosen = new ArrayList<>();
            while (chosen.size() < most && byClass.values().stream().anyMatch(left -> !left.isEmpty())) {
                for (Deque<CostedClip> left : byClass.values()) {
                    if (!left.isEmpty() && chosen.size() < most) {
                        chosen.add(left.poll());
                    }
                }
            }
            return chosen;
        }
    }
}
