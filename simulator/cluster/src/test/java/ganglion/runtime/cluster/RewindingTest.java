package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.runtime.RunControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RewindingTest {

    private static final long SECOND = 1_000_000_000L;

    private long now = 5 * SECOND;

    /** A caller that always wants to stop and to save, and may fail when it is told of a rest. */
    private static final class Caller implements RunControl {

        private final List<Long> rests = new ArrayList<>();
        private final List<Long> completions = new ArrayList<>();
        private final List<RunState> states = new ArrayList<>();
        private boolean fails;

        @Override
        public void advanced(long tick) {}

        @Override
        public boolean checkpointDue() {
            return true;
        }

        @Override
        public void checkpoint(RunState state) {
            states.add(state);
        }

        @Override
        public boolean stopRequested() {
            return true;
        }

        @Override
        public void resting(RunningNetwork run) {
            if (fails) {
                throw new IllegalStateException("lost");
            }
            rests.add(run.completedTicks());
        }

        @Override
        public void completed(RunningNetwork run) {
            completions.add(run.completedTicks());
        }
    }

    private final Caller caller = new Caller();
    private final Rewinding rewinding = new Rewinding(caller, Optional.empty(), () -> now);

    /** A run at rest at a tick. */
    private static PartitionedNetwork at(long tick) {
        Network network = RandomNetworks.create(1, 100);
        PartitionedNetwork run = new PartitionedNetwork(network, Partition.whole(network), 100, List.of());
        run.conductor().proceedTo(tick);
        SequentialSimulation.run(run);
        assertEquals(tick, run.completedTicks());
        return run;
    }

    @Test
    void holdsBackWhatWouldNotFitUntilTheRunHasCaughtUp() {
        rewinding.completed(at(50));
        rewinding.goBack();
        rewinding.advanced(20);

        assertFalse(rewinding.stopRequested());
        assertFalse(rewinding.checkpointDue());

        rewinding.advanced(50);
        assertTrue(rewinding.stopRequested());
        assertTrue(rewinding.checkpointDue());
    }

    @Test
    void tellsTheCallerAgainOfARestThatItCouldNotUse() {
        caller.fails = true;
        assertThrows(IllegalStateException.class, () -> rewinding.resting(at(30)));
        caller.fails = false;

        rewinding.goBack();
        rewinding.resting(at(30));
        rewinding.resting(at(30));

        assertEquals(List.of(30L), caller.rests);
    }

    @Test
    void tellsTheCallerOfNothingTwice() {
        rewinding.completed(at(40));
        rewinding.goBack();
        rewinding.completed(at(20));
        rewinding.completed(at(40));
        rewinding.completed(at(60));

        assertEquals(List.of(40L, 60L), caller.completions);
    }

    @Test
    void takesStatesOfItsOwnBesideThoseOfTheCaller() {
        rewinding.completed(at(50));
        rewinding.goBack();
        rewinding.advanced(20);
        now += 3 * SECOND;

        assertTrue(rewinding.checkpointDue());
        RunState state = at(20).state();
        rewinding.checkpoint(state);

        assertEquals(Optional.of(state), rewinding.state());
        assertEquals(List.of(), caller.states);
    }

    @Test
    void aSecondLossAfterOneStateCostsFromThatStateOn() {
        rewinding.checkpoint(at(20).state());
        now += 10 * SECOND;
        rewinding.goBack();
        now += 2 * SECOND;
        assertEquals(OptionalLong.of(12 * SECOND), rewinding.goOn());

        now += SECOND;
        rewinding.goBack();
        now += 2 * SECOND;
        assertEquals(OptionalLong.of(15 * SECOND), rewinding.goOn());
    }

    /** A slow first state, of code that is not compiled yet, must not put off the second for a minute. */
    @Test
    void aSlowFirstStateDoesNotPutOffTheNextForLong() {
        rewinding.completed(at(50));
        rewinding.goBack();
        rewinding.advanced(20);
        now += 3 * SECOND;
        assertTrue(rewinding.checkpointDue());
        now += 4 * SECOND;
        rewinding.checkpoint(at(20).state());

        now += 9 * SECOND;
        assertFalse(rewinding.checkpointDue());
        now += SECOND;
        assertTrue(rewinding.checkpointDue());
        now += SECOND / 5;
        rewinding.checkpoint(at(40).state());

        now += 3 * SECOND;
        assertFalse(rewinding.checkpointDue(), "twenty times as long as taking one has taken");
        now += SECOND;
        assertTrue(rewinding.checkpointDue());
        now += 5 * SECOND;
        rewinding.checkpoint(at(60).state());

        now += 4 * SECOND;
        assertTrue(rewinding.checkpointDue(), "one slow state among faster ones changes nothing");
    }

    @Test
    void buildingTheNetworkAnewDoesNotBringTheNextStateForward() {
        rewinding.completed(at(50));
        rewinding.goBack();
        now += 20 * SECOND;
        rewinding.goOn();
        rewinding.advanced(20);

        assertFalse(rewinding.checkpointDue());
    }
}
