package ganglion.scenario.experiment.format;

import ganglion.learning.file.ModelFileException;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.Experiment;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.RandomStreams;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.format.Documents;
import ganglion.scenario.format.Place;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A classifier out of a model file, with what the experiment that trained it says of its use.
 *
 * @param file the model file
 * @param trained the model
 * @param name of the experiment
 * @param features what it sees
 * @param training how it was trained, and so how its outputs tell a class
 * @param label attribute that named the class of a training note; empty if there was none
 */
public record TrainedClassifier(
        Path file, TrainedModel trained, String name, Features features, Experiment training, String label) {

    private static final long USUAL_SEED = 42;

    /**
     * Reads a model file.
     *
     * @throws InputException if it is none, or does not say what the model sees
     */
    public static TrainedClassifier read(Path file) throws InputException {
        TrainedModel trained = model(file);
        if (trained.experiment().isEmpty()) {
            throw refusal(file, "found a model without its experiment, expected one that ganglion train wrote");
        }
        Place root = Documents.root(file, trained.experiment(), ExperimentFiles::schemaOf);
        if (!root.text("task", "classification").equals("classification")) {
            throw refusal(
                    file,
                    "found a model of the task " + root.text("task", "")
                            + ", expected one that tells classes apart (classification)");
        }
        long seed = root.node().path("seed").asLong(USUAL_SEED);
        root.reading().setStreams(new RandomStreams(seed));
        TrainedClassifier classifier = new TrainedClassifier(
                file,
                trained,
                root.at("experiment").text(),
                FeatureReader.read(root.at("features")),
                TrainingReader.read(root.at("training"), seed),
                root.at("data").at("training").text("label", ""));
        root.reading().throwIfProblems();
        classifier.check();
        return classifier;
    }

    private static TrainedModel model(Path file) throws InputException {
        try {
            return ModelFiles.read(file);
        } catch (ModelFileException e) {
            throw refusal(file, e.getMessage());
        } catch (NoSuchFileException e) {
            throw refusal(file, "there is no such file, expected a model that ganglion train wrote");
        } catch (IOException e) {
            throw refusal(file, "cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Files of strangers may put together what does not fit. */
    private void check() throws InputException {
        int outputs = trained.model().outputs();
        int inputs = trained.model().input().size();
        List<String> classes = trained.classes();
        if (inputs != features.inputs()) {
            throw refusal(
                    file,
                    "found a model with " + inputs + " inputs, expected " + features.inputs() + " as its features");
        }
        if (classes.size() != outputs && !(classes.size() == 2 && outputs == 1)) {
            throw refusal(
                    file,
                    "found " + classes.size() + " names of classes, expected one for each of " + outputs + " outputs");
        }
    }

    private static InputException refusal(Path file, String message) {
        return new InputException(new Problem(file.toString(), 0, "", message));
    }
}
