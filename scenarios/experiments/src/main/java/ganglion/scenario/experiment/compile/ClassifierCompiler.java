package ganglion.scenario.experiment.compile;

import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes scenarios of a classifier, whatever it learned by. */
public interface ClassifierCompiler {

    /**
     * The compiler of a classifier.
     *
     * @throws InputException if the simulator cannot do what it does
     */
    static ClassifierCompiler of(SavedClassifier classifier) throws InputException {
        return classifier instanceof TrainedClassifier network
                ? ScenarioCompiler.of(network)
                : new RuleCompiler((RuleTrainedClassifier) classifier);
    }

    /** Ticks by which the output is later than the trained classifier's. */
    int shiftTicks();

    /** What is not exact, or not in the scenario, a line each; empty if everything is. */
    List<String> notes();

    /**
     * Writes the scenario, its weights, and what it hears.
     *
     * @param scenario the file to write
     * @param clips what it hears: one a run; for recorded spikes, none
     * @return the files, the scenario first
     * @throws InputException if a recording cannot be heard
     * @throws IOException if a file cannot be written
     */
    List<Path> write(Path scenario, List<CompiledClip> clips) throws IOException, InputException;

    /**
     * Holds a written scenario, read back from its files, against the classifier, spike for spike.
     *
     * @throws InputException if the scenario cannot be read
     */
    Verification verify(Path scenario, DataSet samples) throws InputException;
}
