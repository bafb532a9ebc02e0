package ganglion.scenario.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.data.Fragment;
import ganglion.scenario.experiment.AugmentationPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Under which conditions models are tried. */
class TrialConditionsTest {

    @Test
    void everyGainIsTriedWithEveryRatio() {
        List<TrialConditions> all = new TrialRequest(
                        List.of(0.0, -20.0), List.of(10.0, 5.0), List.of(), OptionalDouble.empty(), 3)
                .conditions();

        assertEquals(
                List.of(
                        "0 dB gain, white noise at 10 dB",
                        "0 dB gain, white noise at 5 dB",
                        "-20 dB gain, white noise at 10 dB",
                        "-20 dB gain, white noise at 5 dB"),
                all.stream().map(TrialConditions::toString).toList());
    }

    @Test
    void aRatioMeansNoiseInEverySample() {
        AugmentationPlan plan =
                new TrialConditions(Fragment.NONE, -6, OptionalDouble.of(10), Optional.empty(), 3).changes();

        assertEquals(-6, plan.changes().lowestGainDecibels());
        assertEquals(-6, plan.changes().highestGainDecibels());
        assertEquals(10, plan.changes().noise().lowestRatioDecibels());
        assertEquals(10, plan.changes().noise().highestRatioDecibels());
        assertEquals(1, plan.changes().noise().share());
        assertEquals(3, plan.changes().seed());
    }
}
