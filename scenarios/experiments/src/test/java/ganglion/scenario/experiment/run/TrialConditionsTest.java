package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.learning.data.Fragment;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.TrialConditions;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.run.TrainingLog.LearningCurves;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Under which conditions models are tried, and the curves of how they learned. */
class TrialConditionsTest {

    @Test
    void everyGainIsTriedWithEveryRatio() {
        List<TrialConditions> all = TrialConditions.all(List.of(0.0, -20.0), List.of(10.0, 5.0), Optional.empty(), 3);

        assertEquals(
                List.of(
                        "0 dB gain, noise at 10 dB",
                        "0 dB gain, noise at 5 dB",
                        "-20 dB gain, noise at 10 dB",
                        "-20 dB gain, noise at 5 dB"),
                all.stream().map(TrialConditions::toString).toList());
    }

    @Test
    void withoutGainsAndRatiosSoundsStayAsTheyAre() {
        List<TrialConditions> all = TrialConditions.all(List.of(), List.of(), Optional.empty(), 3);

        assertEquals(List.of(new TrialConditions(0, OptionalDouble.empty(), Optional.empty(), 3)), all);
        assertFalse(all.get(0).changes().changes().active());
    }

    @Test
    void aRatioMeansNoiseInEverySample() {
        AugmentationPlan plan = new TrialConditions(-6, OptionalDouble.of(10), Optional.empty(), 3).changes();

        assertEquals(-6, plan.changes().lowestGainDecibels());
        assertEquals(-6, plan.changes().highestGainDecibels());
        assertEquals(10, plan.changes().noise().lowestRatioDecibels());
        assertEquals(10, plan.changes().noise().highestRatioDecibels());
        assertEquals(1, plan.changes().noise().share());
        assertEquals(3, plan.changes().seed());
    }

    @Test
    void piecesOfSoundsAreNamedInMilliseconds() {
        TrialConditions pieces =
                new TrialConditions(0, OptionalDouble.empty(), Optional.empty(), 3).with(new Fragment(0.3));

        assertEquals("300 ms, 0 dB gain", pieces.toString());
        assertEquals(0.3, pieces.changes().changes().fragment().seconds());
    }

    private static ArrayNode epochs(boolean validated) {
        ArrayNode epochs = JsonNodeFactory.instance.arrayNode();
        for (int epoch = 1; epoch <= 2; epoch++) {
            var node = epochs.addObject()
                    .put("epoch", epoch)
                    .put("trainingLoss", 1.0 / epoch)
                    .put("trainingAccuracy", 0.25 * epoch)
                    .put("meanGradientNorm", 2.0);
            if (validated) {
                node.put("validationLoss", 3.0).put("validationAccuracy", 0.5);
            }
            var layers = node.putArray("layers");
            layers.addObject()
                    .put("layer", 1)
                    .put("spikesPerNeuronAndStep", 0.1 * epoch)
                    .put("deadNeurons", 4);
            layers.addObject().put("layer", 3).put("neurons", 2);
        }
        return epochs;
    }

    @Test
    void learningCurvesAreOfTrainingAndValidationInPercent() {
        List<Chart> charts = LearningCurves.of(epochs(true));

        assertEquals(2, charts.get(0).curves().size());
        assertEquals(0.5, charts.get(0).curves().get(0).y()[1]);
        assertEquals(50, charts.get(1).curves().get(0).y()[1]);
        assertEquals(3, charts.get(0).curves().get(1).y()[0]);
        assertEquals(2, charts.get(0).curves().get(0).x()[1]);
    }

    @Test
    void withoutAValidationSetThereIsNoCurveOfIt() {
        List<Chart> charts = LearningCurves.of(epochs(false));

        assertEquals(1, charts.get(0).curves().size());
        assertEquals("training", charts.get(0).curves().get(0).name());
    }

    @Test
    void layersThatNeverFireHaveNoCurve() {
        List<Chart> charts = LearningCurves.of(epochs(false));

        assertEquals("Spikes of each layer", charts.get(2).title());
        assertEquals(1, charts.get(2).curves().size());
        assertEquals("layer 1", charts.get(2).curves().get(0).name());
        assertEquals(0.2, charts.get(2).curves().get(0).y()[1], 1e-12);
    }

    @Test
    void beforeTheFirstEpochAllCurvesAreEmpty() {
        List<Chart> charts = LearningCurves.of(JsonNodeFactory.instance.arrayNode());

        assertEquals(0, charts.get(0).curves().get(0).x().length);
        assertTrue(charts.get(2).curves().isEmpty());
    }
}
