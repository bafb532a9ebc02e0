package ganglion.learning.file;

import ganglion.learning.model.Model;
import java.util.List;
import java.util.Objects;

/**
 * A model file of a network.
 *
 * @param model the network
 * @param classes names of the classes, by number; empty if they have none
 * @param experiment the JSON document that the model was trained by, which says what it hears; empty if it is not known
 */
public record TrainedModel(Model model, List<String> classes, String experiment) implements SavedModel {

    /** Takes a copy of the list. */
    public TrainedModel {
        classes = List.copyOf(classes);
        Objects.requireNonNull(experiment, "experiment");
    }

    /** A model of which nobody knows how it was trained. */
    public TrainedModel(Model model, List<String> classes) {
        this(model, classes, "");
    }
}
