package ganglion.scenario.explore.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.figure.Grade;
import ganglion.hardware.figure.Reliability;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.StageFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class StageJsonTest {

    private static final List<String> CLASSES = List.of("no", "yes");

    private static StageFigures figures(double joules) {
        return new StageFigures(
                "0a1b",
                new ClipWinners(List.of("yes", "no", "no"), List.of("yes", "yes", "")),
                new StagePower(
                        "chip",
                        1.0 / 3,
                        joules,
                        0.1,
                        new Reliability(
                                Grade.B, 3, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(1.6))),
                true,
                0.7);
    }

    private static SavedStage roundTrip(SavedStage saved) throws Exception {
        String text = StageJson.of(saved, CLASSES).toString();
        return StageJson.saved(new ObjectMapper().readTree(text), "point", CLASSES);
    }

    @Test
    void nothingIsLostInTheJournal() throws Exception {
        DeviceOutcome outcome =
                new DeviceOutcome("chip", List.of(), 3, 1, List.of(), "B", OptionalDouble.of(1.6), "spikes", 100);
        CascadeStage stage = new CascadeStage("point", "chip", "spikes", figures(1e-6 / 7), figures(2e-6));
        SavedStage back = roundTrip(new SavedStage(outcome, Optional.of(stage), ""));
        CascadeStage read = back.stage().orElseThrow();

        assertEquals(outcome, back.saved());
        assertEquals(stage.validation().power(), read.validation().power());
        assertEquals(stage.held().power(), read.held().power());
        assertEquals(List.of("yes", "yes", ""), read.held().decided().winners());
        assertEquals(List.of("yes", "no", "no"), read.held().decided().labels());
        assertEquals("0a1b", read.held().samples());
        assertEquals(0.7, read.held().periodSeconds());
        assertTrue(read.held().asleep());
    }

    @Test
    void aNetworkThatIsNoStageHasAReason() throws Exception {
        DeviceOutcome outcome =
                new DeviceOutcome("chip", List.of(), 3, 1, List.of(), "B", OptionalDouble.empty(), "spikes", 100);

        assertEquals(
                new SavedStage(outcome, Optional.empty(), "does not keep pace"),
                roundTrip(new SavedStage(outcome, Optional.empty(), "does not keep pace")));
    }
}
