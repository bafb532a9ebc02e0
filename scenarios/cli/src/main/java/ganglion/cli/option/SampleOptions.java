package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.MixturePlan;
import ganglion.scenario.experiment.data.Catalogue;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.SampleLocation;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which samples a model is tried on. */
public final class SampleOptions {

    @Option(
            names = "--data",
            paramLabel = "DATA",
            required = true,
            description = "Samples: a folder with a folder for each class, a folder with examples.json, a CSV table"
                    + " file,label, an HDF5 file of recorded spikes, or an experiment, of which the test set is taken.")
    private Path data;

    @Option(
            names = "--label",
            paramLabel = "ATTRIBUTE",
            description = "Attribute of examples.json that names the class; by default that of the training.")
    private String label;

    public Path data() {
        return data;
    }

    /** The samples, as far as a model of such features can see them. For detectors these are the notes to mix. */
    public List<Example> examples(SavedClassifier classifier) throws InputException {
        return examples(data, label, classifier);
    }

    /** @param label attribute that names the class; null for that of the training */
    public static List<Example> examples(Path data, String label, SavedClassifier classifier) throws InputException {
        String attribute = label == null ? classifier.label() : label;
        DataSource source =
                isExperiment(data) ? testSet(data) : SampleLocation.find(data, classifier.features(), attribute);
        return Catalogue.of(source, classifier.features(), classifier.seed());
    }

    /** How notes are mixed: as the experiment says that was given as data, or else as detectors learned. */
    public MixturePlan mixtures(MixturePlan learned) throws InputException {
        return isExperiment(data) && experiment(data) instanceof Detection detection ? detection.mixtures() : learned;
    }

    private static boolean isExperiment(Path data) {
        return Files.isRegularFile(data)
                && data.toString().matches(".*\\.(yaml|yml|json)")
                && ExperimentFiles.isExperiment(data);
    }

    private static Experiment experiment(Path data) throws InputException {
        return ExperimentFiles.read(data, new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), true));
    }

    private static DataSource testSet(Path data) throws InputException {
        Experiment experiment = experiment(data);
        if (experiment instanceof Detection detection) {
            return detection.test();
        }
        if (experiment instanceof LabelledExperiment labelled
                && labelled.data().test().isPresent()) {
            return labelled.data().test().get();
        }
        throw new InputException(
                new Problem(data.toString(), 0, "/data", "found no \"test\", expected a test set to try the model on"));
    }
}
