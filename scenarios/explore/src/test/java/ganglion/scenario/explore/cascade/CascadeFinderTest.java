package ganglion.scenario.explore.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.space.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Windows of a second; the event is {@code a}. Samples are a, a, a, a, b, b, c, c in validation and on the test set. */
final class CascadeFinderTest {

    private static final String LABELS = "aaaabbcc";
    private static final String ALL_RIGHT = LABELS;

    private static List<String> letters(String text) {
        return text.chars().mapToObj(letter -> String.valueOf((char) letter)).toList();
    }

    private static StageFigures figures(String device, double rest, double joules, String winners) {
        return new StageFigures(
                "samples",
                new ClipWinners(letters(LABELS), letters(winners)),
                new StagePower(device, rest, joules, 0.1, Reliability.unvalidated(Grade.D)),
                true,
                1);
    }

    private static CascadeStage stage(String name, double rest, double joules, String validation, String test) {
        return new CascadeStage(
                name, name, "spikes", figures(name, rest, joules, validation), figures(name, rest, joules, test));
    }

    private static CascadeStage stage(String name, double rest, double joules, String winners) {
        return stage(name, rest, joules, winners, winners);
    }

    private static CascadeFindings find(List<Double> rates, CascadeStage... networks) {
        return CascadeFinder.find(
                new CascadeWish(List.of("a"), rates, Boundary.ACTIVE, 0, 100), List.of(networks), List.of(), true, 4);
    }

    /** Wakes on all events and on one of four others. */
    private static final CascadeStage SMALL = stage("small", 0, 1, "aaaaabcc");

    private static final CascadeStage LARGE = stage("large", 0, 100, ALL_RIGHT);

    @Test
    void aCascadeWinsWhereTheEventIsRare() {
        CascadeFindings found = find(List.of(1.0, 3600.0), SMALL, LARGE);
        AtRate rare = found.rates().get(0);
        FoundCascade best = rare.best().get(0);

        assertEquals(1, rare.winning());
        assertEquals("small", best.small().name());
        assertEquals("large", best.large().name());
        assertEquals(List.of("a"), best.waking());
        assertEquals(3600 + (1 + 3599 * 0.25) * 100, best.held().energy().perHour(1), 1e-6);
        assertEquals(4, best.held().joint().rightTogether().count());
        assertEquals(0, best.held().joint().alarmsTogether().count());
        assertTrue(found.matching(best, 1).isEmpty());
        AtRate always = found.rates().get(1);
        assertEquals(0, always.winning());
        assertEquals("large", always.nearest().orElseThrow().matchedBy().name());
        assertEquals(1.01, always.nearest().orElseThrow().timesMore(), 1e-9);
    }

    @Test
    void aSingleNetworkThatDoesAsWellForLessTakesTheWin() {
        CascadeStage frugal = stage("frugal", 0, 2, ALL_RIGHT);
        AtRate rate = find(List.of(1.0), SMALL, LARGE, frugal).rates().get(0);

        assertTrue(
                rate.best().stream().noneMatch(cascade -> cascade.large().name().equals("large")));
        AtRate alone = find(List.of(1.0), LARGE, stage("best", 0, 0.5, ALL_RIGHT), SMALL)
                .rates()
                .get(0);
        assertEquals(0, alone.winning());
        assertEquals("best", alone.nearest().orElseThrow().matchedBy().name());
    }

    @Test
    void powerAtRestBoundsTheSaving() {
        CascadeStage restless = stage("large", 1000, 0.5, ALL_RIGHT);
        AtRate rate = find(List.of(1.0), SMALL, restless).rates().get(0);

        assertEquals(0, rate.winning());
        assertEquals(
                3600 * 1000,
                rate.nearest().orElseThrow().cascade().held().energy().restPerHour());
    }

    @Test
    void validationChoosesWhatWakesAndTheTestSetOnlyMeasures() {
        // In validation an event is taken for c, and so is no other sample; on the test set for b, which wakes nothing.
        CascadeStage small = stage("small", 0, 1, "aaacbbbb", "aabbbbcc");
        CascadeFindings found = find(List.of(1.0), small, LARGE);
        List<FoundCascade> best = found.rates().get(0).best();

        assertEquals(List.of("a", "c"), best.get(0).waking());
        assertEquals(4, best.get(0).validation().joint().rightTogether().count());
        assertEquals(2, best.get(0).held().joint().rightTogether().count());
        assertEquals(2, best.get(0).held().joint().falseWakes().count());
    }

    @Test
    void whatWinsInValidationMayBeMatchedOnTheTestSet() {
        CascadeStage large = stage("large", 0, 100, ALL_RIGHT, "bbbbbbcc");
        CascadeFindings found = find(List.of(1.0), SMALL, large);
        FoundCascade best = found.rates().get(0).best().get(0);

        assertTrue(found.matching(best, 1).isEmpty(), "the small one has a false alarm");
        CascadeStage deaf = stage("deaf", 0, 0.5, "bbbbbbcc");
        assertEquals(
                "deaf",
                find(List.of(1.0), SMALL, large, deaf)
                        .matching(best, 1)
                        .orElseThrow()
                        .name());
    }

    @Test
    void whatTakesClearlyLessIsToldAfterWhatNamesMostEventsRight() {
        CascadeStage small = stage("small", 0, 1, "aaabbbcc", "aaabbbcc");
        CascadeStage wide = stage("wide", 0, 40, "aaaaabcc");
        List<FoundCascade> best =
                find(List.of(1.0), small, LARGE, wide).rates().get(0).best();

        assertEquals(4, best.get(0).validation().joint().rightTogether().count());
        for (int i = 1; i < best.size(); i++) {
            assertTrue(best.get(i).validation().energy().perHour(1)
                    <= 0.9 * best.get(i - 1).validation().energy().perHour(1));
        }
    }

    @Test
    void whatWinsAndIsNotToldIsNamedAmongTheOthers() {
        // On a alone it wakes on three of four events, on a and b on all of them and in vain.
        CascadeStage small = stage("small", 0, 1, "aaabbbca");
        AtRate all = find(1.0, 4, small, LARGE);
        AtRate cut = find(1.0, 1, small, LARGE);

        assertEquals(2, all.best().size());
        assertEquals(List.of(), all.others());
        assertEquals(2, cut.winning());
        assertEquals(
                keys(all.best()),
                keys(Stream.concat(cut.best().stream(), cut.others().stream()).toList()));
        assertEquals(1, cut.others().size());
    }

    private static AtRate find(double rate, int most, CascadeStage... networks) {
        CascadeWish wish = new CascadeWish(List.of("a"), List.of(rate), Boundary.ACTIVE, 0, 100);
        return CascadeFinder.find(wish, List.of(networks), List.of(), true, most)
                .rates()
                .get(0);
    }

    private static List<String> keys(List<FoundCascade> cascades) {
        return cascades.stream().map(FoundCascade::key).toList();
    }

    @Test
    void otherSamplesAndOtherWindowsAreLeftOut() {
        StageFigures other =
                new StageFigures("others", LARGE.held().decided(), LARGE.held().power(), true, 1);
        StageFigures longer =
                new StageFigures("samples", LARGE.held().decided(), LARGE.held().power(), true, 2);
        CascadeFindings found = find(
                List.of(1.0),
                SMALL,
                new CascadeStage("elsewhere", "x", "spikes", other, LARGE.held()),
                new CascadeStage("slow", "x", "spikes", longer, longer));

        assertEquals(List.of(SMALL), found.networks());
        assertEquals(2, found.left().size());
        assertTrue(found.left().get(0).startsWith("elsewhere: it was judged on other samples than small"));
        assertTrue(found.left().get(1).contains("windows of 2 s, those of small 1 s"));
        assertEquals(0, found.rates().get(0).winning());
        assertTrue(found.rates().get(0).nearest().isEmpty());
    }

    @Test
    void theLargestGroupOfNetworksThatAreAlikeIsJoined() {
        StageFigures longer =
                new StageFigures("samples", LARGE.held().decided(), LARGE.held().power(), true, 2);
        CascadeFindings found =
                find(List.of(1.0), new CascadeStage("slow", "x", "spikes", longer, longer), SMALL, LARGE);

        assertEquals(List.of(SMALL, LARGE), found.networks());
        assertEquals(List.of("slow: its decisions take windows of 2 s, those of small 1 s"), found.left());
        assertEquals(1, found.rates().get(0).winning());
    }

    @Test
    void windowsThatDifferInValidationOnlyAreTold() {
        StageFigures longer =
                new StageFigures("samples", LARGE.held().decided(), LARGE.held().power(), true, 2);
        CascadeFindings found =
                find(List.of(1.0), SMALL, new CascadeStage("slow", "x", "spikes", longer, LARGE.held()));

        assertEquals(List.of("slow: its decisions take windows of 2 s, those of small 1 s"), found.left());
    }

    @Test
    void oneDeviceMustHaveTimeForBoth() {
        StageFigures busy = new StageFigures(
                "samples",
                LARGE.held().decided(),
                new StagePower("small", 0, 100, 0.95, Reliability.unvalidated(Grade.D)),
                true,
                1);
        CascadeFindings found = find(List.of(1.0), SMALL, new CascadeStage("busy", "small", "spikes", busy, busy));

        assertEquals(0, found.rates().get(0).winning());
        assertEquals(List.of("small and busy on small: both together work longer than a window"), found.left());
    }

    @Test
    void pairsWithoutTimeForBothAreCountedAndNotListed() {
        CascadeStage[] busy = new CascadeStage[4];
        for (int i = 0; i < busy.length; i++) {
            StageFigures figures = new StageFigures(
                    "samples",
                    LARGE.held().decided(),
                    new StagePower("chip", 0, 100, 0.6, Reliability.unvalidated(Grade.D)),
                    true,
                    1);
            busy[i] = new CascadeStage("n" + i, "chip", "spikes", figures, figures);
        }

        assertEquals(
                List.of("n0 and n1 on chip: both together work longer than a window; so do 5 more pairs there"),
                find(List.of(1.0), busy).left());
    }

    @Test
    void noMoreEventsThanWindows() {
        AtRate rate = find(List.of(3601.0), SMALL, LARGE).rates().get(0);

        assertTrue(rate.best().isEmpty());
        assertTrue(rate.nearest().isEmpty());
    }

    @Test
    void networksThatNobodyNeedsAreNotToldAlone() {
        CascadeStage worse = stage("worse", 0, 101, "aaaabbca");

        assertEquals(
                List.of("small", "large"),
                find(List.of(1.0), SMALL, worse, LARGE).alone().stream()
                        .map(CascadeStage::name)
                        .toList());
    }

    @Test
    void moreThanSoManyNetworksAreNotJoined() {
        CascadeStage[] many = new CascadeStage[CascadeFinder.MOST_NETWORKS + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = stage("n" + i, 0, 1 + i, ALL_RIGHT);
        }
        CascadeFindings found = find(List.of(1.0), many);

        assertEquals(CascadeFinder.MOST_NETWORKS, found.networks().size());
        assertEquals(List.of("n100: only 100 networks are joined"), found.left());
    }

    private static CascadeFindings findWithDetectors(List<String> events, CascadeStage... networks) {
        return CascadeFinder.find(
                new CascadeWish(
                        events,
                        List.of(1.0),
                        Boundary.ACTIVE,
                        0,
                        100,
                        Optional.of(new DetectorWish(1, List.of(new Range("n", "/n", 1, 2, true, false))))),
                List.of(networks),
                List.of(),
                true,
                4);
    }

    /** A detector: its classes are 1 and 0. */
    private static CascadeStage detector(String name, double joules, List<String> events, String winners) {
        DetectorClasses classes = DetectorClasses.of(events);
        StageFigures figures = new StageFigures(
                "samples",
                new ClipWinners(
                        letters(LABELS).stream()
                                .map(label -> events.contains(label) ? classes.event() : classes.other())
                                .toList(),
                        letters(winners).stream()
                                .map(winner -> winner.equals("1") ? classes.event() : classes.other())
                                .toList()),
                new StagePower(name, 0, joules, 0.1, Reliability.unvalidated(Grade.D)),
                true,
                1);
        return new CascadeStage(name, name, "spikes", figures, figures).asDetector();
    }

    @Test
    void aDetectorWakesALargeNetworkAndStandsBesideTheBestCascadeWithoutOne() {
        CascadeStage detector = detector("detector", 0.5, List.of("a"), "11111000");
        CascadeFindings found = findWithDetectors(List.of("a"), SMALL, LARGE, detector);
        FoundCascade best = found.rates().get(0).best().get(0);
        DetectorBeside beside = found.besides().get(0);

        assertEquals("detector", best.small().name());
        assertEquals(List.of("a"), best.waking());
        assertEquals("small", beside.cascade().orElseThrow().small().name());
        assertEquals("detector", beside.detector().orElseThrow().small().name());
        double wakes = (1 + 3599 * 0.25) * 100;
        assertEquals(
                (3600 + wakes) / (1800 + wakes),
                beside.timesLess(beside.detector().orElseThrow()),
                1e-9);
        assertTrue(beside.alone().isEmpty(), "it has a false alarm, which the cascade has not");
        assertTrue(
                found.cascades().stream().noneMatch(cascade -> cascade.large().detector()));
    }

    @Test
    void aDetectorThatDoesNotDoAsWellIsNotSaidToWin() {
        CascadeStage deaf = detector("deaf", 0.5, List.of("a"), "10000000");
        DetectorBeside beside =
                findWithDetectors(List.of("a"), SMALL, LARGE, deaf).besides().get(0);

        assertTrue(beside.detector().isEmpty());
        assertTrue(beside.alone().isEmpty());
    }

    @Test
    void aDetectorOfOneClassNamesTheEventAloneAndOneOfSeveralDoesNot() {
        CascadeFindings one = findWithDetectors(List.of("a"), LARGE, detector("one", 0.5, List.of("a"), "11110000"));
        CascadeFindings several =
                findWithDetectors(List.of("a", "b"), LARGE, detector("two", 0.5, List.of("a", "b"), "11111100"));

        assertEquals(
                List.of("one"), one.alone().stream().map(CascadeStage::name).toList());
        assertEquals(0, one.rates().get(0).winning(), "it needs no large network");
        DetectorBeside beside = one.besides().get(0);
        assertEquals("one", beside.alone().orElseThrow().name());
        assertEquals(200, beside.timesLess(beside.alone().orElseThrow()), 1e-9);
        assertEquals(
                List.of("large"),
                several.alone().stream().map(CascadeStage::name).toList());
        FoundCascade best = several.rates().get(0).best().get(0);
        assertEquals(List.of("event"), best.waking());
        assertEquals(6, best.held().joint().rightTogether().count());
        assertEquals("large", several.besides().get(0).network().name(), "no cascade without a detector, but it alone");
    }

    @Test
    void aDetectorOfSeveralClassesAloneStandsBesideNoNetworkWhateverThatNames() {
        CascadeStage mute = stage("mute", 0, 100, "bbbbaacc");
        CascadeStage two = detector("two", 0.5, List.of("a", "b"), "11111100");

        List<DetectorBeside> besides =
                findWithDetectors(List.of("a", "b"), mute, two).besides();

        assertEquals("mute", besides.get(0).network().name());
        assertTrue(besides.get(0).alone().isEmpty(), "it names none");
    }

    @Test
    void classesThatEventsAreTakenForJoinByTheirShareOfEvents() {
        ClipWinners small = new ClipWinners(letters("aaaaaaabbbbccd"), letters("abbbcddbbbbbcd"));

        assertEquals(
                List.of(List.of("a"), List.of("a", "d"), List.of("a", "d", "c"), List.of("a", "d", "c", "b")),
                WakingSets.of(small, small, Set.of("a")));
    }
}
