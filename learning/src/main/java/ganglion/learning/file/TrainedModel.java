package ganglion.learning.file;

import ganglion.learning.model.Model;
import java.util.List;

/**
 * What a model file holds.
 *
 * @param model the network
 * @param classes names of the classes, by number; empty if they have none
 */
public record TrainedModel(Model model, List<String> classes) {

    /** Takes a copy of the list. */
    public TrainedModel {
        classes = List.copyOf(classes);
    }
}
