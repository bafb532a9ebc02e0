package ganglion.report.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RunManifest;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.TrainingOutcome;

/**
 * A training as one JSON document: the experiment, the result of its task and the manifest. Apart from {@code manifest}, {@code
 * wallClock} and speeds, two trainings of one experiment and seed do not differ.
 */
public final class TrainingDocument {

    /** Value of {@code format}, by which a training directory is recognised. */
    static final String FORMAT = "ganglion-training";

    static final int FORMAT_VERSION = 1;

    private TrainingDocument() {}

    /** The content of result.json without its list of files. */
    public static ObjectNode of(TrainingOutcome outcome, RunManifest manifest) {
        ExperimentHead head = outcome.experiment().head();
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.putObject("experiment")
                .put("name", head.name())
                .put("task", head.task())
                .put("description", head.description())
                .put("file", head.source().file())
                .put("seed", head.seed());
        document.setAll(outcome.result().deepCopy());
        outcome.summary().forEach(document.putArray("summary")::add);
        outcome.warnings().forEach(document.putArray("warnings")::add);
        document.set("manifest", manifest.json());
        return document;
    }
}
