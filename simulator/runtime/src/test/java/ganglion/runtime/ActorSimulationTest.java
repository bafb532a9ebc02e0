package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.EveryTickOracle;
import ganglion.kernel.ManyDelayNetworks;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorSimulationTest {

    private static final int TICKS = 150;
    private static final Map<Integer, EveryTickOracle.Outcome> ORACLE = new HashMap<>();

    private static EveryTickOracle.Outcome oracle(int seed, Network network) {
        return ORACLE.computeIfAbsent(seed, any -> EveryTickOracle.run(network, TICKS));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "7, 2", "64, 3", "2147483646, 2", "2147483647, 1", "2147483647, 5"})
    void firesTheSpikesOfTheEveryTickOracleForAnyGranularityAndThreads(int neuronsPerActor, int threads) {
        for (int seed = 0; seed < 8; seed++) {
            Network network = RandomNetworks.create(seed, TICKS);
            RunOptions options = new RunOptions(neuronsPerActor, threads, List.of());

            SimulationResult result = ActorSimulation.run(network, TICKS, options, RunControl.NONE);

            oracle(seed, network).assertSame(network, result, "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2", "45, 3", "7, 2"})
    void firesTheSameSpikesWhereRowsAreAddedAheadOfTheirTicks(int neuronsPerActor, int threads) {
        for (int seed = 0; seed < 4; seed++) {
            Network network = ManyDelayNetworks.create(seed, TICKS, 20);
            RunOptions options = new RunOptions(neuronsPerActor, threads, List.of());

            SimulationResult result = ActorSimulation.run(network, TICKS, options, RunControl.NONE);

            oracle(-1 - seed, network).assertSame(network, result, "seed " + seed);
        }
    }

    @Test
    void recordsMembranePotentials() {
        Network network = RandomNetworks.create(3, TICKS);
        String population = network.population(network.populations().size() - 1).name();
        RunOptions options = new RunOptions(5, 2, List.of(new MembraneProbe(population)));

        SimulationResult result = ActorSimulation.run(network, TICKS, options, RunControl.NONE);

        oracle(3, network).assertSame(network, result, "traced");
        assertEquals(1, result.membranes().size());
    }

    @Test
    void tellsHowFarItHasCome() {
        Network network = RandomNetworks.create(2, 12_000);
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());

        ActorSimulation.run(network, 12_000, new RunOptions(RunOptions.SPREAD, 2, List.of()), heard::add);

        List<Long> ascending = new ArrayList<>(heard);
        Collections.sort(ascending);
        assertEquals(ascending, heard);
        assertTrue(heard.stream().distinct().count() > 10, heard.toString());
    }

    @Test
    void endsEarlyWithWhatIsCompleteWhenAskedTo() {
        Network network = RandomNetworks.create(2, 6_000);
        RunOptions options = new RunOptions(3, 2, List.of());
        SimulationResult whole = ActorSimulation.run(network, 6_000, options, RunControl.NONE);

        SimulationResult stopped = ActorSimulation.run(network, 6_000, options, new StopAt(2_000));

        assertTrue(stopped.ticks() >= 2_000 && stopped.ticks() < 5_000, "stopped at " + stopped.ticks());
        for (Population population : network.populations()) {
            assertEquals(
                    whole.spikesOf(population.name()).between(0, stopped.ticks()), stopped.spikesOf(population.name()));
        }
    }

    /** Asks for the end once a tick has been passed. */
    private static final class StopAt implements RunControl {

        private final long tick;
        private volatile boolean passed;

        StopAt(long tick) {
            this.tick = tick;
        }

        @Override
        public void advanced(long completed) {
            passed = completed >= tick;
        }

        @Override
        public boolean stopRequested() {
            return passed;
        }
    }

    @Test
    void reportsTheFailureOfACoreInsteadOfHanging() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> runWith(new BrokenModel(new IllegalStateException("broken on purpose"))));

        assertEquals("broken on purpose", failure.getMessage());
    }

    /** Akka would end the process, or the actors, and leave the caller waiting. */
    @Test
    void handsAFullHeapToTheCaller() {
        OutOfMemoryError failure = assertThrows(
                OutOfMemoryError.class, () -> runWith(new BrokenModel(new OutOfMemoryError("full on purpose"))));

        assertEquals("full on purpose", failure.getMessage());
    }

    /** It ends the thread of the actor: Akka would print its stack, and say that the actors ended. */
    @Test
    void handsAnErrorThatEndsAThreadToTheCaller() {
        NoClassDefFoundError failure = assertThrows(
                NoClassDefFoundError.class, () -> runWith(new BrokenModel(new NoClassDefFoundError("gone/Missing"))));

        assertEquals("gone/Missing", failure.getMessage());
    }

    private static void runWith(NeuronModel broken) {
        SpikeRaster input = SpikeRaster.builder(1).add(3, 0).build();
        Network network = new Network(
                List.of(new Population("input", 1, new SpikeSource(input)), new Population("broken", 1, broken)),
                List.of(new Projection(
                        "input",
                        "broken",
                        SparseSynapses.builder(1, 1).add(0, 0, 1, 1).build())));

        ActorSimulation.run(network, 10, new RunOptions(RunOptions.SPREAD, 2, List.of()), RunControl.NONE);
    }

    private record BrokenModel(Throwable failure) implements NeuronModel, NeuronGroup {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public NeuronGroup createGroup(int first, int size) {
            return this;
        }

        @Override
        public void visitAll(long tick, double[] input, int offset, Visit visit) {
            fail();
        }

        @Override
        public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
            fail();
        }

        private void fail() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public void membranePotentials(long tick, double[] potentials, int offset) {}
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new RunOptions(0, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new RunOptions(1, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new RunOptions(1, 5000, List.of()));
    }
}
