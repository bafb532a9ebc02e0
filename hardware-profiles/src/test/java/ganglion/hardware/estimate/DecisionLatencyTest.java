package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.DecisionLatency.DecidedTicks;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.time.Clock;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class DecisionLatencyTest {

    /** The chip works 31.022 us on tick 0, 32.202 us on ticks 1 and 2, and 30.2 us on tick 3. */
    private static ChipCost cost(double tickSeconds) {
        Workload workload = WorkedExample.of(new Clock(tickSeconds));
        return Costing.cost(workload, ToyProfiles.mesh());
    }

    @Test
    void waitsForTheTicksAndThenForTheChip() {
        assertEquals(2e-3 + 32.202e-6, DecisionLatency.seconds(cost(1e-3), new DecidedTicks(0, 2)), 1e-12);
        assertEquals(30.2e-6, DecisionLatency.seconds(cost(1e-3), new DecidedTicks(3, 3)), 1e-12);
    }

    @Test
    void takesTheChipsTimeWhereItIsLongerThanTheTick() {
        assertEquals(
                31.022e-6 + 32.202e-6 + 32.202e-6, DecisionLatency.seconds(cost(10e-6), new DecidedTicks(0, 2)), 1e-12);
    }

    @Test
    void countsWholeTicksWhereTheTimeIsNotKnown() throws ProfileException {
        ChipCost unknown = Costing.cost(WorkedExample.of(WorkedExample.MILLISECOND), ProfileLibrary.find("akida"));

        assertEquals(3e-3, DecisionLatency.seconds(unknown, new DecidedTicks(0, 2)), 1e-15);
    }

    @Test
    void addsTheFrontEndsWindowToEachDecision() {
        List<DecidedTicks> decisions = List.of(new DecidedTicks(0, 0), new DecidedTicks(0, 2));

        Histogram histogram = DecisionLatency.of(cost(1e-3), decisions, 64e-3);

        assertEquals(2, histogram.getTotalCount());
        assertEquals(64_031_022, histogram.getMinValue(), 64_031);
        assertEquals(66_032_202, histogram.getMaxValue(), 66_032);
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> DecisionLatency.of(cost(1e-3), List.of(new DecidedTicks(0, 4)), 0));
    }
}
