package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.validation.Study.Distance;
import ganglion.hardware.validation.ValidationCase.Measured;
import ganglion.hardware.validation.ValidationCase.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Votes of studies, and their statistics. */
class RatioStatisticsTest {

    private static final HardwareProfile DEVICE = SimpleDevices.named("a", Execution.DENSE);
    private static final Study STUDY = new Study("paper", "us");

    private static RatioStatistics of(double... ratios) {
        return RatioStatistics.of(Vote.of(
                Arrays.stream(ratios)
                        .mapToObj(ratio -> SimpleDevices.heldOut(DEVICE, Math.log(ratio)))
                        .toList(),
                List.of()));
    }

    private static ValidationCase row(double logRatio, Role role, Study study) {
        return SimpleDevices.of(DEVICE, logRatio, role, study, Optional.empty());
    }

    @Test
    void worksOutTheFiguresOfFourRatios() {
        RatioStatistics found = of(2.5, 0.25, 1, 1.1);

        assertEquals(4, found.count());
        assertEquals(Math.sqrt(1 * 1.1), found.median(), 1e-12);
        assertEquals(0.25, found.worst(), 1e-12);
        assertEquals(Math.sqrt(1.1 * 2.5), found.typical(), 1e-12);
        assertEquals(0.5, found.withinQuarter());
        assertEquals(0.5, found.withinTwo());
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertEquals(1.2, of(3, 0.5, 1.2).median(), 1e-12);
    }

    @Test
    void withinIsAFactorEitherWay() {
        assertEquals(0.5, of(1.2499, 0.8001, 1.2501, 0.7999).withinQuarter());
        assertEquals(0.5, of(1.9999, 0.5001, 2.0001, 0.4999).withinTwo());
    }

    @Test
    void theRowsOfAStudyAreOneVoteInWhichErrorsDoNotCancel() {
        List<Vote> votes = Vote.of(
                List.of(
                        row(0.3, Role.HELD_OUT, STUDY),
                        row(-0.4, Role.HELD_OUT, STUDY),
                        SimpleDevices.heldOut(DEVICE, 1)),
                List.of());

        assertEquals(2, votes.size());
        assertEquals(-Math.sqrt((0.09 + 0.16) / 2), votes.get(0).logRatio(), 1e-12);
        assertEquals(1, votes.get(1).logRatio(), 1e-12);
    }

    @Test
    void aVoteKnowsHowFarItsStudyIsFromTheNearestFit() {
        List<ValidationCase> fits = List.of(
                row(0, Role.CALIBRATES, new Study("price", "them")), row(0, Role.CALIBRATES, new Study("board", "us")));

        assertEquals(Distance.SAME_STUDY, distance(new Study("board", "us"), fits));
        assertEquals(Distance.SAME_LABORATORY, distance(STUDY, fits));
        assertEquals(Distance.OTHER_LABORATORY, distance(new Study("paper", "others"), fits));
        assertEquals(Distance.OTHER_LABORATORY, distance(STUDY, List.of()));
    }

    private static Distance distance(Study study, List<ValidationCase> fits) {
        return Vote.of(List.of(row(0.1, Role.HELD_OUT, study)), fits).get(0).distance();
    }

    @Test
    void nothingHasNoStatisticsAndAZeroNoRatio() {
        assertThrows(IllegalArgumentException.class, () -> RatioStatistics.of(List.of()));
        ValidationCase known = SimpleDevices.heldOut(DEVICE, 0);
        Measured time = new Measured(Optional.empty(), new Quantity(1, Dimension.TIME), false, false);
        assertThrows(
                IllegalArgumentException.class, () -> new ValidationCase("none", DEVICE, 0, time, known.evidence()));
    }
}
