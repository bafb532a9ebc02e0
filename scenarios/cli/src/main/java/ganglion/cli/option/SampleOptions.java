package ganglion.cli.option;

import ganglion.scenario.experiment.trial.TrialData;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say on which samples a model is tried. */
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

    /** The samples. */
    public TrialData data() {
        return new TrialData(data, Optional.ofNullable(label));
    }
}
