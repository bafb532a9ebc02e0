package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyPointTest {

    private static RunResult run(String weight, double... spikes) {
        Map<String, Double> figures = spikes.length == 0 ? Map.of() : Map.of("spikes", spikes[0]);
        Status status = spikes.length == 0 ? Status.ABORTED : Status.PASSED;
        return new RunResult(
                weight,
                Map.of("/w", weight),
                1,
                status,
                spikes.length == 0 ? List.of() : List.of(SuiteFixture.outcome(spikes[0] > 2)),
                List.of(),
                "",
                figures,
                0);
    }

    @Test
    void takesStatisticsOverTheRepeatsOfEachPoint() {
        List<StudyPoint> points = StudyPoint.of(
                SuiteFixture.result("s", run("0.1", 2), run("0.1", 4), run("0.1", 6), run("0.2", 5), run("0.3")));

        assertEquals(3, points.size());
        assertEquals(new Statistics(4, 2, 2, 6, 3), points.get(0).figures().get("spikes"));
        assertEquals(3, points.get(0).runs());
        assertEquals(2, points.get(0).held());
        assertEquals(3, points.get(0).expected());
        assertEquals(new Statistics(5, 0, 5, 5, 1), points.get(1).figures().get("spikes"));
        assertEquals(0, points.get(2).runs(), "it did not come to its end");
        assertEquals(1, points.get(2).lost());
        assertEquals(
                List.of(true, false),
                List.of(points.get(1).isAsExpected(), points.get(2).isAsExpected()));
        assertEquals(Map.of(), points.get(2).figures());
    }

    /** Half of a run has figures, too. */
    @Test
    void aRunThatWasStoppedCountsForNothing() {
        RunResult stopped = SuiteFixture.run("0.1", Status.ABORTED, List.of(SuiteFixture.outcome(true)));

        StudyPoint point = StudyPoint.of(SuiteFixture.result("s", stopped)).get(0);

        assertEquals(new StudyPoint(stopped.settings(), 0, 1, 0, 0, 0, 0, RunResult.Winners.NONE, Map.of()), point);
    }

    /** The sum of three times 0.1 is not 0.3. */
    @Test
    void equalFiguresHaveNoSpread() {
        StudyPoint point = StudyPoint.of(SuiteFixture.result("s", run("0.1", 0.1), run("0.1", 0.1), run("0.1", 0.1)))
                .get(0);

        assertEquals(new Statistics(0.1, 0, 0.1, 0.1, 3), point.figures().get("spikes"));
    }
}
