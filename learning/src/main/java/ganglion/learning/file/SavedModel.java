package ganglion.learning.file;

import java.util.List;

/** What a model file holds, whatever learned it. */
public sealed interface SavedModel permits TrainedModel, TrainedRule {

    /** Names of the classes, by number; empty if they have none. */
    List<String> classes();

    /** The JSON document that the model was trained by, which says what it hears; empty if it is not known. */
    String experiment();
}
