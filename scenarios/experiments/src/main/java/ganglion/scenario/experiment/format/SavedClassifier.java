package ganglion.scenario.experiment.format;

import ganglion.documents.InputException;
import ganglion.documents.ReadFault;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.file.TrainedRule;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.model.RandomStreams;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A classifier from a model file, however it was trained, with the settings of its experiment that its use needs. */
public sealed interface SavedClassifier permits TrainedClassifier, RuleTrainedClassifier {

    /** The model file. */
    Path file();

    /** Name of the experiment. */
    String name();

    /** Its input. */
    Features features();

    /** Attribute that named the class of a training note; empty if there was none. */
    String label();

    /** Seed of the training. */
    long seed();

    /** The content of the file. */
    SavedModel trained();

    /** Names of the classes, by number. */
    default List<String> classes() {
        return trained().classes();
    }

    /**
     * Reads a model file.
     *
     * @throws InputException if it is no model file, has no experiment, or is of a task without classes
     */
    static SavedClassifier read(Path file) throws InputException {
        SavedModel saved = model(file);
        if (saved.experiment().isEmpty()) {
            throw refusal(file, "found a model without its experiment, expected one that ganglion train wrote");
        }
        Place root = Documents.root(file, saved.experiment(), ExperimentFiles::schemaOf);
        long seed = ExperimentKeys.SEED.in(root);
        root.reading().setContext(RandomStreams.class, new RandomStreams(seed));
        return saved instanceof TrainedModel network
                ? TrainedClassifier.of(file, network, root)
                : RuleTrainedClassifier.of(file, (TrainedRule) saved, root, seed);
    }

    /**
     * The content of a model file, whatever its task.
     *
     * @throws InputException if it is no model file
     */
    static SavedModel model(Path file) throws InputException {
        try {
            return ModelFiles.readAny(file);
        } catch (ModelFileException e) {
            throw refusal(file, e.getMessage());
        } catch (NoSuchFileException e) {
            throw refusal(file, "there is no such file, expected a model that ganglion train wrote");
        } catch (IOException e) {
            throw refusal(file, "cannot be read: " + ReadFault.reason(e));
        }
    }

    /** A one-line error about a model file. */
    static InputException refusal(Path file, String message) {
        return new InputException(file, message);
    }
}
