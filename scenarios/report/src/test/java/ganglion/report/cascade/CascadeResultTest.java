package ganglion.report.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.InputException;
import ganglion.hardware.cascade.CountedShare;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.hardware.estimate.Boundary;
import ganglion.report.cascade.RecordedStage.OnDevice;
import ganglion.report.files.IfExists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeResultTest {

    private static final double CLOSE = 1e-9;

    /** Two words and noise. */
    private static final List<String> LABELS = List.of("a", "a", "b", "b", "noise", "noise", "noise", "noise");

    @TempDir
    private Path temporary;

    private RecordedClips small() {
        // Wakes on three of four events, and on one noise.
        return new RecordedClips("small")
                .decisions(LABELS, List.of("a", "a", "a", "noise", "b", "noise", "noise", "noise"))
                .on("chip", "spikes", 10e-6);
    }

    private RecordedClips large() {
        // Right on three events, one of which does not wake; takes the noise that wakes for what it is, and another one
        // for a word.
        return new RecordedClips("large")
                .decisions(LABELS, List.of("a", "b", "b", "b", "noise", "a", "noise", "noise"))
                .on("processor", "dense-ticks", 1e-3);
    }

    private RecordedStage stage(RecordedClips clips, String name, Boundary boundary) throws Exception {
        return StageFolder.read(clips.write(temporary.resolve(name)), boundary);
    }

    private static CascadeQuestion question(Boundary boundary, Double... rates) {
        return new CascadeQuestion(boundary, Set.of("a", "b"), Set.of("a", "b"), List.of(rates), 0);
    }

    private CascadeResult result(RecordedClips one, RecordedClips other, Double... rates) throws Exception {
        return CascadeResult.of(
                question(Boundary.ACTIVE, rates),
                stage(one, "one", Boundary.ACTIVE),
                stage(other, "other", Boundary.ACTIVE));
    }

    @Test
    void whatBothDecideIsCountedClipByClip() throws Exception {
        JointDecisions joint = result(small(), large()).joint();

        assertEquals(new CountedShare(3, 4), joint.recall());
        assertEquals(new CountedShare(1, 4), joint.falseWakes());
        assertEquals(new CountedShare(3, 4), joint.rightAlone());
        assertEquals(new CountedShare(2, 4), joint.rightTogether(), "not the product of 3/4 and 3/4");
        assertEquals(new CountedShare(2, 4), joint.rightOfSmall());
        assertEquals(new CountedShare(1, 4), joint.alarmsAlone());
        assertEquals(new CountedShare(0, 4), joint.alarmsTogether());
        assertEquals("3 of 4 (75.0 %, 30.1 to 95.4 %)", joint.recall().text());
    }

    @Test
    void aClassThatIsNoEventMayWakeAsWell() throws Exception {
        CascadeQuestion question = new CascadeQuestion(Boundary.ACTIVE, Set.of("a"), Set.of("a", "b"), List.of(1.0), 0);
        JointDecisions joint = CascadeResult.of(
                        question, stage(small(), "one", Boundary.ACTIVE), stage(large(), "other", Boundary.ACTIVE))
                .joint();

        assertEquals(new CountedShare(2, 2), joint.recall());
        assertEquals(new CountedShare(2, 6), joint.falseWakes());
        assertEquals(new CountedShare(1, 6), joint.alarmsOfSmall());
        assertEquals(new CountedShare(1, 2), joint.rightTogether());
    }

    @Test
    void aClassThatTheSmallNetworkDoesNotKnowCannotWake() {
        CascadeQuestion question =
                new CascadeQuestion(Boundary.ACTIVE, Set.of("a"), Set.of("a", "piano"), List.of(1.0), 0);

        InputException refused = assertThrows(
                InputException.class,
                () -> CascadeResult.of(
                        question, stage(small(), "one", Boundary.ACTIVE), stage(large(), "other", Boundary.ACTIVE)));

        assertEquals(
                "found 'piano', expected classes of the small network: a, b, noise",
                refused.problems().get(0).message());
    }

    @Test
    void energiesComeFromTheEstimates() throws Exception {
        CascadeResult result = result(small(), large(), 100.0);
        double wakes = 100 * 0.75 + 7100 * 0.25;

        assertEquals(7200, result.rates().windowsPerHour(), CLOSE);
        assertEquals(
                3600 * 1e-3 + 7200 * 10e-6 + 3600 * 1e-3 + wakes * 1e-3,
                result.pairs().get(0).energy().perHour(100),
                CLOSE);
        assertEquals(3600 * 1e-3 + 7200 * 1e-3, result.pairs().get(0).energy().largeAlonePerHour(), CLOSE);
    }

    @Test
    void theVerdictSaysAtWhichRatesTheCascadeWins() throws Exception {
        assertEquals(
                "The cascade wins at 1.0/h to 1000/h: at 1.0/h, chip wakes processor, and takes 1.66 (1.36 to 2.01) times less than the large"
                        + " network alone on processor; it names 2 of 4 events right, the large network alone 3.",
                result(small(), costly(2e-3), 1.0, 1000.0).verdict());
        String atOne = result(small(), costly(2e-3), 1.0, 7200.0).verdict();
        assertTrue(atOne.startsWith("The cascade wins at 1.0/h: at 1.0/h, "), atOne);
    }

    @Test
    void theVerdictSaysWhyTheCascadeNeverWins() throws Exception {
        assertEquals(
                "The cascade wins at none of these rates: the large network alone takes 10.8 J an hour on processor, the cascade at"
                        + " least 12.6 J an hour (at 7000/h, chip wakes processor).",
                result(small(), large(), 7000.0, 7200.0).verdict());
        RecordedClips as = new RecordedClips("small")
                .decisions(LABELS, List.of("a", "a", "b", "noise", "noise", "noise", "noise", "noise"))
                .on("chip", "spikes", 10e-6);
        assertEquals(
                "The cascade wins at no rate: the small network alone names as many events right, with as few other clips taken for one, for"
                        + " 3.67 J an hour on chip.",
                result(as, costly(2e-3)).verdict());
        RecordedClips deaf = new RecordedClips("deaf")
                .decisions(LABELS, List.of("noise", "noise", "noise", "noise", "noise", "noise", "noise", "noise"))
                .on("chip", "spikes", 0);
        assertEquals(
                "The cascade wins at no rate: the small network wakes on no event that the large one names right.",
                result(deaf, large()).verdict());
    }

    /** The large network on a processor that takes so much for a decision. */
    private RecordedClips costly(double joules) {
        return new RecordedClips("large")
                .decisions(LABELS, List.of("a", "b", "b", "b", "noise", "a", "noise", "noise"))
                .on("processor", "dense-ticks", joules);
    }

    @Test
    void devicesThatAreAlwaysOnIdle() throws Exception {
        OnDevice device = stage(large(), "large", Boundary.ALWAYS_ON).devices().get(0);

        assertEquals(2e-3, device.power().restWatts(), CLOSE);
        assertEquals(1e-3, device.power().decisionJoules(), CLOSE);
        assertEquals(false, device.asleep());
        assertTrue(stage(large(), "large", Boundary.ACTIVE).devices().get(0).asleep());
    }

    @Test
    void aSweepOfOneClipEachIsOneNetwork() throws Exception {
        Path sweep = sweepOfTwo();
        Files.writeString(sweep.resolve("sweep-runs.csv"), "run,audio,seed\n1,a,1\n2,b,1\n");
        RecordedStage stage = StageFolder.read(sweep, Boundary.ACTIVE);

        assertEquals(2, stage.decisions().size());
        assertEquals(10e-6, stage.devices().get(0).power().decisionJoules(), CLOSE);
    }

    private Path sweepOfTwo() throws IOException {
        Path sweep = temporary.resolve("my sweep");
        for (int i = 0; i < 2; i++) {
            new RecordedClips("small")
                    .decisions(List.of("a"), List.of("a"))
                    .on("chip", "spikes", i * 20e-6)
                    .write(sweep.resolve("000" + (i + 1)));
        }
        return sweep;
    }

    @Test
    void aSweepThatDidNotEndOrLostRunsIsRefusedWithTheCommandThatRunsItAgain() throws Exception {
        Path sweep = sweepOfTwo();
        String again =
                ", expected all of them; to run it again: ganglion run small.yaml --keep-runs --out '" + sweep + "'";

        assertEquals("holds 2 runs of a sweep that did not end" + again, refusalOf(sweep));
        Files.writeString(sweep.resolve("sweep-runs.csv"), "run,audio,seed\n1,a,1\n2,b,1\n3,c,1\n");
        assertEquals("holds 2 of the 3 runs of a sweep" + again, refusalOf(sweep));
        new RecordedClips("small")
                .decisions(List.of("a"), List.of("a"))
                .on("chip", "spikes", 0)
                .stopped()
                .write(sweep.resolve("0003"));
        assertEquals("holds 2 of the 3 runs of a sweep" + again, refusalOf(sweep));
    }

    @Test
    void aRunThatWasStoppedIsRefused() throws Exception {
        assertEquals(
                "holds a run that was stopped, expected one that ended",
                refusalOf(small().stopped().write(temporary.resolve("stopped"))));
    }

    private static String refusalOf(Path folder) {
        return assertThrows(InputException.class, () -> StageFolder.read(folder, Boundary.ACTIVE))
                .problems()
                .get(0)
                .message();
    }

    @Test
    void anArtificialNetworkIsAnother() throws Exception {
        RecordedStage stage = stage(large().on("processor", "artificial", 1e-6), "large", Boundary.ACTIVE);

        assertEquals(1e-3, stage.devices().get(0).power().decisionJoules(), CLOSE);
    }

    @Test
    void eachWayInWhichADeviceComputesIsAPair() throws Exception {
        RecordedClips other = large().on("processor", "dense-ticks", 5e-4).in("int8");
        CascadeResult result = result(small(), other);

        assertEquals(
                List.of("dense-ticks int8", "dense-ticks"),
                result.pairs().stream().map(pair -> pair.large().computation()).toList());
        assertEquals(1, result.leastOfDevices().size());
        assertEquals("dense-ticks int8", result.leastOfDevices().get(0).large().computation());
        assertEquals(List.of(), result.left());
    }

    @Test
    void oneDeviceMustHaveTimeForBoth() throws Exception {
        RecordedClips one = small().on("processor", "dense-ticks", 10e-6);
        one.lastEstimate().put("workSeconds", 0.45);
        CascadeResult result = result(one, large());

        assertEquals(1, result.pairs().size());
        assertTrue(
                result.left().get(0).startsWith("processor wakes processor: both together work"),
                () -> result.left().toString());
    }

    @Test
    void aSmallNetworkMayKnowOnlyWhetherThereIsAnEvent() throws Exception {
        List<String> labels = List.of("word", "word", "word", "word", "none", "none", "none", "none");
        RecordedClips detector =
                new RecordedClips("detector").decisions(labels, labels).on("chip", "spikes", 0);
        CascadeQuestion question = new CascadeQuestion(Boundary.ACTIVE, Set.of("a", "b"), Set.of("word"), List.of(), 0);
        CascadeResult result = CascadeResult.of(
                question, stage(detector, "detector", Boundary.ACTIVE), stage(large(), "large", Boundary.ACTIVE));

        assertEquals(new CountedShare(4, 4), result.joint().recall());
        assertEquals(List.of(0.1, 1.0, 10.0, 100.0, 1000.0), result.eventsPerHour());
    }

    @Test
    void aSmallNetworkMayKnowTheEventByItsOwnNameAndNoOtherClass() throws Exception {
        List<String> labels = List.of("a", "a", "none", "none", "none", "none", "none", "none");
        RecordedClips detector =
                new RecordedClips("detector").decisions(labels, labels).on("chip", "spikes", 0);
        CascadeQuestion question = new CascadeQuestion(Boundary.ACTIVE, Set.of("a"), Set.of("a"), List.of(), 0);
        CascadeResult result = CascadeResult.of(
                question, stage(detector, "detector", Boundary.ACTIVE), stage(large(), "large", Boundary.ACTIVE));

        assertEquals(new CountedShare(2, 2), result.joint().recall());
        assertEquals(new CountedShare(0, 6), result.joint().falseWakes());
    }

    @Test
    void aClassThatADetectorDoesNotKnowIsRefusedAsSuch() throws Exception {
        List<String> labels = List.of("a", "a", "none", "none", "none", "none", "none", "none");
        RecordedStage detector = stage(
                new RecordedClips("detector").decisions(labels, labels).on("chip", "spikes", 0),
                "detector",
                Boundary.ACTIVE);
        RecordedStage large = stage(large(), "large", Boundary.ACTIVE);
        CascadeQuestion question = new CascadeQuestion(Boundary.ACTIVE, Set.of("a"), Set.of("x"), List.of(), 0);

        InputException found = assertThrows(InputException.class, () -> CascadeResult.of(question, detector, large));
        assertTrue(
                found.getMessage().contains("--wake: found 'x', expected classes of the small network: a, none"),
                found::getMessage);
    }

    @Test
    void aNetworkOfOneAnswerIsToldOf() throws Exception {
        List<String> noise = List.of("noise", "noise", "noise", "noise", "noise", "noise", "noise", "noise");
        CascadeResult result =
                result(new RecordedClips("deaf").decisions(LABELS, noise).on("chip", "spikes", 0), large());

        assertTrue(
                result.notes().get(0).contains("detects nothing"),
                () -> result.notes().toString());
    }

    @Test
    void theCountsLeaveARangeOfEnergies() throws Exception {
        CascadeResult result = result(small(), large());
        CascadeResult.Pair pair = result.pairs().get(0);

        assertEquals(
                result.joint().recall().interval().low(),
                result.withFewestWakes(pair).rates().recall());
        assertEquals(
                result.joint().falseWakes().interval().high(),
                result.withMostWakes(pair).rates().falseWakes());
        assertTrue(result.withFewestWakes(pair).perHour(10) < pair.energy().perHour(10));
        assertTrue(result.withMostWakes(pair).perHour(10) > pair.energy().perHour(10));
    }

    @Test
    void otherClipsAreRefused() throws Exception {
        RecordedClips other = new RecordedClips("other")
                .decisions(List.of("a", "b", "b", "b", "noise", "noise", "noise", "noise"), LABELS)
                .on("chip", "spikes", 0);
        refused("clip 2: found clip-1.wav of class 'b', expected clip-1.wav of class 'a'", small(), other);
        refused(
                "found 1 clips, expected the 8",
                small(),
                new RecordedClips("one").decisions(List.of("a"), List.of("a")).on("chip", "spikes", 0));
    }

    @Test
    void clipsOfAnotherLengthAreRefused() throws Exception {
        RecordedClips other = large();
        other.lastEstimate().put("periodSeconds", 1.0);
        refused("expected the 0.5 s", small(), other);
    }

    @Test
    void aDecisionWithoutALabelIsRefused() throws Exception {
        refused("decision 1 has no label", new RecordedClips("x").decisions(List.of(""), List.of("a")), large());
        refused("has no decisions", new RecordedClips("x"), large());
    }

    @Test
    void aRunWithoutDevicesIsRefused() throws Exception {
        refused("no estimates", new RecordedClips("x").decisions(LABELS, LABELS), large());
        RecordedClips late = large();
        late.lastEstimate().put("inTime", false);
        refused("processor: does not keep pace", small(), late);
        RecordedClips graded = large();
        graded.lastEstimate().putObject("reliability").put("grade", "Z");
        refused("found the grade 'Z'", small(), graded);
    }

    private void refused(String part, RecordedClips one, RecordedClips other) {
        InputException found = assertThrows(InputException.class, () -> result(one, other));
        assertTrue(found.getMessage().contains(part), found::getMessage);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 7201, Double.NaN, Double.POSITIVE_INFINITY})
    void ratesOutOfRangeAreRefused(double rate) {
        InputException found = assertThrows(InputException.class, () -> result(small(), large(), rate));
        assertTrue(found.getMessage().contains("--events-per-hour"), found::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "a,b,noise"})
    void eventsMustBeSomeOfTheClasses(String events) throws Exception {
        CascadeQuestion question = new CascadeQuestion(
                Boundary.ACTIVE, Set.of(events.split(",")), Set.of(events.split(",")), List.of(), 0);
        RecordedStage one = stage(small(), "one", Boundary.ACTIVE);
        RecordedStage other = stage(large(), "other", Boundary.ACTIVE);

        InputException found = assertThrows(InputException.class, () -> CascadeResult.of(question, one, other));
        assertTrue(found.getMessage().contains("--event"), found::getMessage);
    }

    @Test
    void theFolderHasAllFigures() throws Exception {
        CascadeResult result = result(small(), large(), 1.0, 100.0);
        Path folder = CascadeFolder.write(result, temporary.resolve("out"), IfExists.REPLACE);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("cascade.json").toFile());
        List<String> rows = Files.readAllLines(folder.resolve("cascade.csv"));

        assertEquals(2, json.at("/pairs/0/rates").size());
        assertEquals(
                result.pairs().get(0).energy().perHour(100),
                json.at("/pairs/0/rates/1/joulesPerHour").asDouble());
        assertEquals(3, rows.size());
        assertEquals(rows.get(0).split(",").length, rows.get(2).split(",").length);
        assertTrue(Files.readString(folder.resolve("cascade.svg")).startsWith("<svg"));
        CascadeFolder.write(result, temporary.resolve("out"), IfExists.REPLACE);
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThrows(IOException.class, () -> CascadeFolder.write(result, temporary.resolve("out"), IfExists.REPLACE));
    }
}
