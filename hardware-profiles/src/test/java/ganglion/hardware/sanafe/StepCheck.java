package ganglion.hardware.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import java.util.List;

/** Holds the counts of each tick against the counters of the reference, to the last one. */
final class StepCheck implements TickListener {

    private static final int FIRED = 1;
    private static final int UPDATED = 2;
    private static final int MESSAGES = 3;
    private static final int HOPS = 4;
    private static final int SYNAPTIC_EVENTS = 5;
    static final int TIME = 6;
    static final int ENERGY = 11;

    private final OperationCounter counter;
    private final List<double[]> expected;

    StepCheck(OperationCounter counter, List<double[]> expected) {
        this.counter = counter;
        this.expected = expected;
    }

    @Override
    public void tickEnded(PlacedTick tick) {
        double[] row = expected.get((int) tick.tick());
        String where = "step " + row[0];
        long inputs = counter.inTick(Operation.INPUT_SPIKE);
        assertEquals(row[FIRED], tick.firedCount(), where);
        assertEquals(row[UPDATED], counter.inTick(Operation.NEURON_UPDATE_ACTIVE) + inputs, where);
        assertEquals(row[MESSAGES], counter.inTick(Operation.MESSAGE_OUT), where);
        assertEquals(row[MESSAGES], counter.inTick(Operation.MESSAGE_IN), where);
        assertEquals(
                row[HOPS], Operation.hops().stream().mapToLong(counter::inTick).sum(), where);
        assertEquals(row[SYNAPTIC_EVENTS], counter.inTick(Operation.SYNAPTIC_OPERATION), where);
    }

    /** The reference prints seven digits of each step's energy and time. */
    static void checkEnergies(ChipCost cost, List<double[]> expected) {
        for (int tick = 0; tick < expected.size(); tick++) {
            double joules = expected.get(tick)[ENERGY];
            assertEquals(joules, cost.energy().tickJoules()[tick], 1e-6 * joules, "energy of step " + (tick + 1));
        }
    }

    static void checkTimes(ChipCost cost, List<double[]> expected) {
        for (int tick = 0; tick < expected.size(); tick++) {
            double seconds = expected.get(tick)[TIME];
            assertEquals(seconds, cost.timing().tickSeconds()[tick], 1e-6 * seconds, "time of step " + (tick + 1));
        }
    }
}
