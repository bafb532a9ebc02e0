package ganglion.scenario.experiment.run;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.EnergyComparison;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.FourierTransform;
import ganglion.scenario.experiment.Rhythm;
import ganglion.scenario.experiment.RuleClassification;
import ganglion.scenario.experiment.ToneAmplitudes;

/** Carries out experiments of all tasks. */
public final class ExperimentRunner {

    private ExperimentRunner() {}

    /**
     * Carries out an experiment.
     *
     * @throws InputException if the data cannot be used, or the checkpoint is of another experiment
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainingOutcome run(Experiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        if (experiment instanceof Classification classification) {
            return new ClassificationRun(classification, settings, progress).run();
        }
        if (experiment instanceof EnergyComparison comparison) {
            return new EnergyComparisonRun(comparison, settings, progress).run();
        }
        if (experiment instanceof FourierTransform transform) {
            return new FourierTransformRun(transform, progress).run();
        }
        if (experiment instanceof ToneAmplitudes amplitudes) {
            return new ToneAmplitudesRun(amplitudes, progress).run();
        }
        if (experiment instanceof Rhythm rhythm) {
            return new RhythmRun(rhythm, settings, progress).run();
        }
        if (experiment instanceof Detection detection) {
            return new DetectionRun(detection, settings, progress).run();
        }
        if (experiment instanceof RuleClassification rule) {
            return new RuleRun(rule, progress).run();
        }
        throw new IllegalStateException("nothing carries out a " + experiment.getClass());
    }
}
