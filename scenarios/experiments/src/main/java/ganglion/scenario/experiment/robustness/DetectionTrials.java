package ganglion.scenario.experiment.robustness;

import ganglion.documents.InputException;
import ganglion.learning.data.SpikeChange.ChangedSpikes;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.DetectionScores;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tries trained detectors, and a linear baseline, on test mixtures under the disturbances of an experiment. */
public final class DetectionTrials {

    private final List<Disturbance> disturbances;

    /**
     * Reads all noise, so that none is missing once the detectors have learned.
     *
     * @throws InputException if a sound of noise cannot be read
     */
    public DetectionTrials(Detection experiment) throws InputException {
        this.disturbances = RobustnessTrials.loaded(experiment.head(), experiment.robustness());
    }

    /**
     * Tries detectors and baseline under each disturbance.
     *
     * @param detectors scores of samples, by class
     * @param baseline the same by the baseline
     * @param progress told of each disturbance
     * @return nothing, if a stop was requested before all was done
     * @throws InputException if a sound cannot be read
     */
    public RobustnessFigures run(
            MixtureSamples mixtures,
            Function<List<Sample>, double[][]> detectors,
            Function<List<Sample>, double[][]> baseline,
            TrainingProgress progress)
            throws InputException {
        List<Disturbed> each = new ArrayList<>();
        for (Disturbance disturbance : disturbances) {
            if (progress.stopRequested()) {
                return RobustnessFigures.NONE;
            }
            progress.advanced("trying the model: " + disturbance.text(), 1);
            List<Sample> samples = changed(mixtures.test(disturbance.changes()), disturbance.changes());
            each.add(figures(disturbance, samples, detectors.apply(samples), baseline.apply(samples)));
        }
        return new RobustnessFigures("test", each);
    }

    private static List<Sample> changed(List<Sample> samples, AugmentationPlan plan) {
        if (!plan.spikes().active()) {
            return samples;
        }
        DataSet changed = new ChangedSpikes(
                DataSet.of(samples), plan.spikes(), plan.changes().seed());
        return IntStream.range(0, samples.size())
                .mapToObj(i -> changed.sample(i, 0))
                .toList();
    }

    private static Disturbed figures(
            Disturbance disturbance, List<Sample> samples, double[][] scores, double[][] linear) {
        int[] labels = samples.stream().mapToInt(Sample::label).toArray();
        DetectionScores counts = DetectionScores.of(labels, scores);
        return new Disturbed(
                Disturbed.Level.of(disturbance),
                samples.size(),
                new Disturbed.Figures(
                        counts.macroF1(),
                        OptionalDouble.of(DetectionScores.of(labels, linear).macroF1()),
                        OptionalDouble.of(counts.microF1())),
                Optional.of(F1Interval.of(labels, scores)),
                List.of());
    }
}
