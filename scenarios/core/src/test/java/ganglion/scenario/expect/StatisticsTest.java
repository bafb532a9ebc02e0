package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Statistic;
import ganglion.scenario.model.Measure.Subject;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of expectation and of measure is evaluated; a kind that is added has to be added here, too. */
class StatisticsTest {

    private static final Subject ALL = new Subject("out", OptionalInt.empty(), Window.ALL);
    private static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

    /** A statistic that a value does not have is an error, never the mean. */
    @ParameterizedTest
    @EnumSource
    void statisticsAreTakenOfTheirOwnValuesOnly(Statistic statistic) {
        DoubleSummaryStatistics values = Arrays.stream(new double[] {1, 2, 6}).summaryStatistics();
        Evidence evidence = EvidenceFixture.of(EvidenceFixture.spikes(1, 0, 5, 0, 12, 0, 50, 2));
        Expectation interval = new Expectation.Figure("/expect/0", new Measure.Interval(ALL, statistic), ANY);

        switch (statistic) {
            case MEAN -> {
                assertEquals(3, Measured.of("", statistic, values).value().getAsDouble());
                assertEquals("11 ms", evidence.check(interval).found());
            }
            case LOWEST, HIGHEST -> {
                double expected = statistic == Statistic.LOWEST ? 1 : 6;
                assertEquals(
                        expected, Measured.of("", statistic, values).value().getAsDouble());
                assertThrows(IllegalArgumentException.class, () -> evidence.check(interval));
            }
            case SHORTEST, LONGEST -> {
                assertThrows(IllegalArgumentException.class, () -> Measured.of("", statistic, values));
                assertEquals(
                        statistic == Statistic.SHORTEST ? "8 ms" : "14 ms",
                        evidence.check(interval).found());
            }
        }
    }
}
