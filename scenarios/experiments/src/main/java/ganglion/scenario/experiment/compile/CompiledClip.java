package ganglion.scenario.experiment.compile;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recording that is an input of a compiled scenario.
 *
 * @param file the recording, which is copied beside the scenario
 * @param label its class; empty if unknown
 */
public record CompiledClip(Path file, String label) {

    /**
     * The recordings of a scenario: those that the user names, or else the first sample of each class. A model of recorded
     * spikes takes none.
     *
     * @param named files that the user names; the class of one is the name of its folder, if the model knows that class
     * @param examples samples to choose from
     * @throws InputException if a file is missing or no sound, or there is no recording at all
     */
    public static List<CompiledClip> choose(SavedClassifier classifier, List<Path> named, List<Example> examples)
            throws InputException {
        if (!classifier.features().fromSound()) {
            return List.of();
        }
        List<CompiledClip> clips = named.isEmpty() ? oneOfEachClass(examples) : named(named, classifier.classes());
        if (clips.isEmpty()) {
            throw refusal("found no recording, expected --audio FILE, or --verify DATA with sounds");
        }
        return clips;
    }

    private static List<CompiledClip> named(List<Path> files, List<String> classes) throws InputException {
        List<CompiledClip> clips = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw refusal("found " + file
                        + (Files.exists(file)
                                ? ", which is not a regular file, expected a sound file"
                                : ", but there is no such file, expected a sound file"));
            }
            decode(file);
            Path folder = file.toAbsolutePath().getParent().getFileName();
            String label = folder == null ? "" : folder.toString();
            clips.add(new CompiledClip(file, classes.contains(label) ? label : ""));
        }
        return clips;
    }

    /** A scenario whose recording cannot be heard would be refused when it is run. */
    private static void decode(Path file) throws InputException {
        try {
            AudioFiles.read(file);
        } catch (AudioFormatException e) {
            throw refusal(file + ": " + e.getMessage());
        }
    }

    private static List<CompiledClip> oneOfEachClass(List<Example> examples) {
        Set<String> shown = new HashSet<>();
        return examples.stream()
                .filter(example -> shown.add(example.label()))
                .map(example -> new CompiledClip(example.file(), example.label()))
                .toList();
    }

    private static InputException refusal(String message) {
        return new InputException("--audio", message);
    }
}
