package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.StageFigures;
import ganglion.scenario.explore.run.TrainedDetector.Chosen;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainedDetectorTest {

    private static final DetectorOutcome STAGE = new DetectorOutcome(
            Optional.of(new StageFigures(
                    "0a1b",
                    new ClipWinners(List.of("yes", "none"), List.of("yes", "none")),
                    new StagePower(
                            "loihi",
                            0.1,
                            1e-6,
                            0.1,
                            new Reliability(
                                    Grade.B,
                                    3,
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.of(1.6))),
                    true,
                    0.7)),
            "");

    private static TrainedDetector trained(long seed, DetectorOutcome outcome, String... problems) throws Exception {
        Device device = new Device("loihi", ProfileLibrary.find("loihi"));
        DeviceOutcome held = DeviceOutcome.unfit("loihi", List.of(problems));
        return new TrainedDetector(
                new Chosen(1, new Configuration(Map.of("hidden", "2")), device),
                seed,
                outcome,
                Optional.of(new SeedFigures(seed, held, Optional.empty(), -1, 0, 0, 0)));
    }

    @Test
    void oneThatIsNotSavedSaysWhy() throws Exception {
        DetectorOutcome none = new DetectorOutcome(Optional.empty(), "it takes less than rest");
        assertEquals(Optional.empty(), TrainedDetector.refusal(List.of(trained(1, STAGE), trained(2, STAGE)), 2));
        assertEquals(
                Optional.of("it was trained with 1 of 2 seeds, since the time of the budget was over"),
                TrainedDetector.refusal(List.of(trained(1, STAGE)), 2));
        assertEquals(
                Optional.of("trained with seed 2, it takes less than rest"),
                TrainedDetector.refusal(List.of(trained(1, STAGE), trained(2, none)), 3));
        assertEquals(
                Optional.of("trained with seed 3, it is too large"),
                TrainedDetector.refusal(List.of(trained(3, STAGE, "it is too large")), 1));
    }
}
