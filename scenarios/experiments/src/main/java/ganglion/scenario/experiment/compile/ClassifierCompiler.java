package ganglion.scenario.experiment.compile;

import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiles a classifier to a scenario, however it was trained. */
public interface ClassifierCompiler {

    /**
     * The compiler of a classifier.
     *
     * @throws InputException if the simulator has no equivalent for a part of it
     */
    static ClassifierCompiler of(SavedClassifier classifier) throws InputException {
        if (classifier instanceof TrainedClassifier network) {
            return ScenarioCompiler.of(network);
        }
        RuleTrainedClassifier rule = (RuleTrainedClassifier) classifier;
        return rule.classifier() instanceof EventClassifier network
                ? new EventCompiler(rule, network)
                : new RuleCompiler(rule);
    }

    /** Ticks by which the output lags that of the trained classifier; 0 if delays are part of what it has learned. */
    int shiftTicks();

    /** Human-readable lines on what differs from the classifier or is missing in the scenario; empty if nothing does. */
    List<String> notes();

    /**
     * Writes the scenario, its weights, and its input.
     *
     * @param scenario the file to write
     * @param clips its recordings, one per run; for recorded spikes, none
     * @return the files, the scenario first
     * @throws InputException if a recording cannot be read
     * @throws IOException if a file cannot be written
     */
    List<Path> write(Path scenario, List<CompiledClip> clips) throws IOException, InputException;

    /**
     * Compares a written scenario, read back from its files, with the classifier, spike by spike.
     *
     * @throws InputException if the scenario cannot be read
     */
    Verification verify(Path scenario, DataSet samples) throws InputException;
}
