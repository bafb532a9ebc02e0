package ganglion.report.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.space.Configuration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CoveredShareTest {

    private static TrialRecord trial(int number, double joules, int correct, int epochs) {
        ClipFigures clip =
                new ClipFigures("a", "", "", OptionalDouble.of(joules), OptionalDouble.empty(), OptionalDouble.empty());
        DeviceOutcome outcome = new DeviceOutcome(
                "chip", List.of(), 10, correct, List.of(clip), "A", OptionalDouble.empty(), "spikes", 1);
        return new TrialRecord(
                number,
                1,
                Origin.RANDOM,
                Configuration.AS_IT_IS,
                List.of(),
                List.of(new RungFigures(epochs, 1, 10, correct, List.of(outcome))));
    }

    /** From 1 uJ to 100 uJ: half of the box at 50 %, the other half at 90 %; what is worse, or was trained for less, adds nothing. */
    @Test
    void isTheAreaUnderTheStepsOnALogarithmicAxis() {
        List<TrialRecord> trials = List.of(
                trial(1, 10e-6, 9, 9),
                trial(2, 100e-6, 9, 9),
                trial(3, 1e-6, 5, 9),
                trial(4, 20e-6, 8, 9),
                trial(5, 1e-6, 10, 3));

        List<CoveredShare.Growth> growth = new CoveredShare(trials, "chip", 9).growth();

        assertEquals(
                List.of(1, 2, 3, 4),
                growth.stream().map(CoveredShare.Growth::trial).toList());
        assertEquals(0.45, growth.get(0).share(), 1e-12);
        assertEquals(0.45, growth.get(1).share(), 1e-12);
        assertEquals(0.70, growth.get(2).share(), 1e-12);
        assertEquals(0.70, growth.get(3).share(), 1e-12);
    }

    @Test
    void withOneEnergyIsTheBestAccuracy() {
        List<CoveredShare.Growth> growth =
                new CoveredShare(List.of(trial(1, 1e-6, 4, 9), trial(2, 1e-6, 7, 9)), "chip", 9).growth();

        assertEquals(0.4, growth.get(0).share(), 1e-12);
        assertEquals(0.7, growth.get(1).share(), 1e-12);
    }
}
