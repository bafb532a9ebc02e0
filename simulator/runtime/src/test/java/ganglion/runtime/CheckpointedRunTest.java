package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose state is taken on the way, and runs that go on from it. */
class CheckpointedRunTest {

    private static final int TICKS = 1500;

    /** Takes the state whenever a number of ticks has passed since the last, and ends the run once it has some. */
    private static final class Taking implements RunControl {

        private final List<RunState> states = new ArrayList<>();
        private final long everyTicks;
        private final int mostStates;
        private volatile long tick;

        Taking(long everyTicks, int mostStates) {
            this.everyTicks = everyTicks;
            this.mostStates = mostStates;
        }

        @Override
        public void advanced(long completed) {
            tick = completed;
        }

        @Override
        public boolean checkpointDue() {
            long last = states.isEmpty() ? 0 : states.get(states.size() - 1).tick();
            return tick >= last + everyTicks;
        }

        @Override
        public void checkpoint(RunState state) {
            states.add(state);
        }

        @Override
        public boolean stopRequested() {
            return states.size() >= mostStates;
        }
    }

    private static RunOptions options(int neuronsPerActor, int threads) {
        return new RunOptions(neuronsPerActor, threads, List.of());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 7, 1", "7, 1, 1, 3", "2147483647, 2, 3, 2", "5, 2, 2147483647, 2"})
    void goesOnToTheSameEndOnAnyPartition(int neuronsBefore, int threadsBefore, int neuronsAfter, int threadsAfter) {
        for (int seed = 0; seed < 3; seed++) {
            Network network = RandomNetworks.create(seed, TICKS);
            SimulationResult whole = TestRuns.whole(network, TICKS);
            Taking taking = new Taking(1, 2);

            ActorSimulation.run(network, TICKS, options(neuronsBefore, threadsBefore), taking);

            assertEquals(2, taking.states.size(), "seed " + seed);
            for (RunState state : taking.states) {
                SimulationResult resumed = ActorSimulation.resume(
                        network, TICKS, options(neuronsAfter, threadsAfter), RunControl.NONE, state);
                TestRuns.assertSame(whole, resumed, "seed " + seed + ", tick " + state.tick());
            }
        }
    }

    @Test
    void takingTheStateChangesNothing() {
        Network network = RandomNetworks.create(3, TICKS);
        Taking taking = new Taking(1, Integer.MAX_VALUE);

        SimulationResult watched = ActorSimulation.run(network, TICKS, options(3, 2), taking);

        TestRuns.assertSame(ActorSimulation.run(network, TICKS, options(3, 2), RunControl.NONE), watched, "");
        assertFalse(taking.states.isEmpty());
    }

    @Test
    void aCheckpointThatFailsEndsTheRun() {
        Network network = RandomNetworks.create(3, TICKS);
        RunControl failing = new RunControl() {

            @Override
            public void advanced(long tick) {}

            @Override
            public boolean checkpointDue() {
                return true;
            }

            @Override
            public void checkpoint(RunState state) {
                throw new IllegalStateException("failed on purpose");
            }
        };

        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> ActorSimulation.run(network, TICKS, options(3, 2), failing));

        assertEquals("failed on purpose", failure.getMessage());
    }
}
