package ganglion.scenario.experiment.compile;

import ganglion.documents.InputException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.nio.file.Path;

/** Compares a written scenario, read back from its files, with the model that it was compiled from. */
public final class ScenarioVerifier {

    private ScenarioVerifier() {}

    /**
     * Compares every spike of every layer, on all samples.
     *
     * @throws InputException if the scenario cannot be read
     */
    public static Verification verify(
            TrainedClassifier classifier, CompiledModel compiled, Path scenario, DataSet samples)
            throws InputException {
        ScenarioNetworks networks = ScenarioNetworks.of(scenario);
        return Verifier.verify(classifier.trained().model(), compiled, samples, networks::of);
    }
}
