package ganglion.cli.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.terminal.Console;
import ganglion.documents.InputException;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.MixturePlan;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MixedNotes;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.DetectionEvaluation;
import ganglion.scenario.experiment.run.TrialConditions;
import java.util.List;

/** Tries detectors on mixtures of notes: the same mixtures under all conditions. */
public final class DetectorTrials {

    private final TrainedClassifier detectors;
    private final MixedNotes mixed;
    private final int count;
    private final Console console;
    private final boolean quiet;

    /**
     * @param notes to mix
     * @param plan how
     * @param features what the detectors see
     * @param quiet whether nothing is printed
     * @throws InputException if the notes are not such as the detectors tell
     */
    public DetectorTrials(
            TrainedClassifier detectors,
            List<Example> notes,
            MixturePlan plan,
            Features.Heard features,
            Console console,
            boolean quiet)
            throws InputException {
        this.detectors = detectors;
        this.mixed =
                MixedNotes.of(notes, detectors.classes(), plan, features, MixtureSamples.testSeed(detectors.seed()));
        this.count = plan.test();
        this.console = console;
        this.quiet = quiet;
    }

    /** Prints how they do, and puts it into a document. */
    public void run(TrialConditions conditions, ObjectNode trial) throws InputException {
        List<Sample> samples = mixed.samples(count, conditions.changes());
        DetectionEvaluation evaluation =
                DetectionEvaluation.of(detectors.trained().model(), samples, detectors.training());
        trial.setAll(evaluation.json(detectors.classes()));
        if (!quiet) {
            console.out().println(DetectionEvaluation.line(conditions.toString(), evaluation.counts()));
            TrainingSummary.print(
                    console.out(),
                    DetectionEvaluation.table(conditions.toString(), evaluation.counts(), detectors.classes()));
            console.out().flush();
        }
    }
}
