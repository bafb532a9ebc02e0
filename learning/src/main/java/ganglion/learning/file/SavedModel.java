package ganglion.learning.file;

import java.util.List;

/** The content of a model file: a network or a learned rule. */
public sealed interface SavedModel permits TrainedModel, TrainedRule {

    /** Names of the classes, by number; empty if they have none. */
    List<String> classes();

    /** The experiment that the model was trained by, a JSON document with its front end; empty if not known. */
    String experiment();
}
