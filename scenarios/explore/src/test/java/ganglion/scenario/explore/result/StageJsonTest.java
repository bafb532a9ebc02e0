package ganglion.scenario.explore.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.StageFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StageJsonTest {

    private static final List<String> CLASSES = List.of("no", "yes");

    private static final DeviceOutcome OUTCOME =
            new DeviceOutcome("chip", List.of(), 3, 1, List.of(), "B", OptionalDouble.of(1.6), "spikes", 100);

    private static final CascadeStage STAGE =
            new CascadeStage("point", "chip", "spikes", figures(1e-6 / 7), figures(2e-6));

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
        return StageJson.saved(new ObjectMapper().readTree(text), "point", CLASSES)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"winners\":[1,1,-1]', '\"winners\":[1,2,-1]'",
        "'\"winners\":[1,1,-1]', '\"winners\":[1]'",
        "'\"grade\":\"B\",\"heldOut\"', '\"grade\":\"Z\",\"heldOut\"'",
        "'\"periodSeconds\":0.7', '\"periodSeconds\":0'",
        "'\"workSeconds\":0.1', '\"workSeconds\":-1'"
    })
    void whatWasChangedInAJournalIsFoundAnew(String part, String other) throws Exception {
        String text = StageJson.of(new SavedStage(OUTCOME, Optional.of(STAGE), ""), CLASSES)
                .toString();
        assertTrue(text.contains(part), text);

        assertTrue(StageJson.saved(new ObjectMapper().readTree(text.replace(part, other)), "point", CLASSES)
                .isEmpty());
    }

    @Test
    void nothingIsLostInTheJournal() throws Exception {
        SavedStage back = roundTrip(new SavedStage(OUTCOME, Optional.of(STAGE), ""));
        CascadeStage read = back.stage().orElseThrow();

        assertEquals(OUTCOME, back.saved());
        assertEquals(STAGE.validation().power(), read.validation().power());
        assertEquals(STAGE.held().power(), read.held().power());
        assertEquals(List.of("yes", "yes", ""), read.held().decided().winners());
        assertEquals(List.of("yes", "no", "no"), read.held().decided().labels());
        assertEquals("0a1b", read.held().samples());
        assertEquals(0.7, read.held().periodSeconds());
        assertTrue(read.held().asleep());
    }

    @Test
    void whatADetectorDoesIsKeptAsWell() throws Exception {
        DetectorOutcome outcome = new DetectorOutcome(Optional.of(figures(2e-6)), "");
        String text = StageJson.of(outcome, CLASSES).toString();
        DetectorOutcome read = StageJson.detector(new ObjectMapper().readTree(text), "chip", CLASSES)
                .orElseThrow();
        DetectorOutcome none = new DetectorOutcome(Optional.empty(), "does not keep pace");

        assertEquals(outcome.waking("yes"), read.waking("yes"));
        assertEquals(1, read.waking("yes").orElseThrow().recall());
        assertEquals(0.5, read.waking("yes").orElseThrow().falseWakes());
        assertEquals(0.5, read.waking("yes").orElseThrow().informedness());
        assertEquals(
                Optional.of(none),
                StageJson.detector(
                        new ObjectMapper().readTree(StageJson.of(none, CLASSES).toString()), "chip", CLASSES));
        assertTrue(StageJson.detector(
                        new ObjectMapper().readTree(text.replace("\"winners\":[1,1,-1]", "\"winners\":[1]")),
                        "chip",
                        CLASSES)
                .isEmpty());
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
