package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.trial.TrialData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say on which samples a compiled scenario is compared with its model. */
public final class VerifyOptions {

    @Option(
            names = "--verify",
            paramLabel = "DATA",
            description = "Compare every spike of the scenario with the model's on these samples, which are given as to"
                    + " ganglion evaluate; differences end in exit code 1.")
    private Path data;

    @Option(
            names = "--label",
            paramLabel = "ATTRIBUTE",
            description = "Attribute of examples.json that names the class; by default that of the training.")
    private String label;

    /** The samples; absent if nothing is to be compared. */
    public Optional<List<Example>> examples(SavedClassifier classifier) throws InputException {
        return data == null
                ? Optional.empty()
                : Optional.of(new TrialData(data, Optional.ofNullable(label)).examples(classifier));
    }
}
