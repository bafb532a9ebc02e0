package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conductor alone: the tests report what cores would, so that every spike and every idle tick is theirs to choose. */
class ConductorTest {

    private static final SpikeBatch NOTHING = SpikeBatch.EMPTY;

    /** A spike source {@code a} and silent populations of one neuron; {@code "ab 3"} joins a to b with 3 ticks of delay. */
    private static Network network(SpikeRaster input, int populations, String... edges) {
        List<Population> all = new ArrayList<>();
        all.add(new Population("a", 1, new SpikeSource(input)));
        for (int p = 1; p < populations; p++) {
            all.add(new Population("" + (char) ('a' + p), 1, new Lif(LifParameters.of(0.5, 1e9))));
        }
        List<Projection> projections = new ArrayList<>();
        for (String edge : edges) {
            projections.add(new Projection(
                    edge.substring(0, 1),
                    edge.substring(1, 2),
                    new DenseSynapses(1, 1, new double[] {1}, Integer.parseInt(edge.substring(3)))));
        }
        return new Network(all, projections);
    }

    private static SpikeRaster spikesAt(long... ticks) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(1);
        Arrays.stream(ticks).forEach(tick -> spikes.add(tick, 0));
        return spikes.build();
    }

    /** One core for each population, in order. */
    private static Conductor conductor(Network network, long from, long ticks) {
        Partition partition = Partition.ofCoreSize(network, 1);
        List<NeuroCore> cores = new ArrayList<>();
        for (List<HostedNeurons> hosted : partition.cores()) {
            cores.add(new NeuroCore(cores.size(), network, hosted, List.of()));
        }
        return new Conductor(network, partition, cores, from, ticks);
    }

    private static SpikeBatch spike(long tick, int neuron) {
        return SpikeBatch.copyOf(new long[] {tick}, new int[] {neuron}, 1);
    }

    private static WindowResult result(SpikeBatch emitted, long nextTick) {
        return new WindowResult(emitted, nextTick);
    }

    private static WindowResult idle() {
        return result(NOTHING, Long.MAX_VALUE);
    }

    private static String text(List<Assignment> round) {
        List<String> parts = new ArrayList<>();
        round.forEach(one -> parts.add(
                one.core() + " until " + one.until() + " given " + one.arrived().size()));
        return String.join(", ", parts);
    }

    @Test
    void hasNothingToRunWhereNothingHappens() {
        Conductor conductor = conductor(network(spikesAt(), 2, "ab 1"), 0, 1000);

        assertFalse(conductor.isAtRest());
        assertEquals(List.of(), conductor.nextRound());
        assertTrue(conductor.isAtRest());
        assertTrue(conductor.isAtEnd());
        assertEquals(1000, conductor.completedTicks());
    }

    @Test
    void endsARunOfNoTicksAtOnce() {
        Conductor conductor = conductor(network(spikesAt(0), 1), 0, 0);

        assertEquals(List.of(), conductor.nextRound());
        assertTrue(conductor.isAtEnd());
    }

    @Test
    void endsBeforeASpikeThatIsDueExactlyAtTheEnd() {
        Conductor conductor = conductor(network(spikesAt(50), 1), 0, 50);

        assertEquals(List.of(), conductor.nextRound());
        assertEquals(50, conductor.completedTicks());
    }

    @Test
    void runsTheLastTick() {
        Conductor conductor = conductor(network(spikesAt(49), 1), 0, 50);

        assertEquals("0 until 50 given 0", text(conductor.nextRound()));
        conductor.completed(0, result(spike(49, 0), Long.MAX_VALUE));
        assertEquals(List.of(), conductor.nextRound());
        assertEquals(50, conductor.completedTicks());
    }

    @Test
    void startsAtTheFirstTickAtWhichAnythingHappens() {
        Conductor conductor = conductor(network(spikesAt(1_000_000), 1), 0, 10_000_000);

        assertEquals("0 until 1001024 given 0", text(conductor.nextRound()));
        assertEquals(1_000_000, conductor.completedTicks());
    }

    @Test
    void runsASourceAheadByAChunkAndThenWhatItReaches() {
        Conductor conductor = conductor(network(spikesAt(10, 2000), 2, "ab 3"), 0, 5000);

        assertEquals("0 until 1034 given 0", text(conductor.nextRound()));
        conductor.completed(0, result(spike(10, 0), 2000));
        assertEquals("1 until 1034 given 1", text(conductor.nextRound()));
        conductor.completed(1, idle());
        assertEquals("0 until 3024 given 0", text(conductor.nextRound()));
        assertEquals(2000, conductor.completedTicks());
        conductor.completed(0, idle());
        assertEquals(List.of(), conductor.nextRound());
    }

    /** The spike arrives at the first tick after the chunk, so that its core has nothing to do in this one. */
    @Test
    void keepsASpikeThatArrivesExactlyAtTheEndOfAChunkForTheNext() {
        Conductor conductor = conductor(network(spikesAt(0), 2, "ab 24"), 0, 5000);
        assertEquals("0 until 1024 given 0", text(conductor.nextRound()));
        conductor.completed(0, result(spike(1000, 0), Long.MAX_VALUE));

        assertEquals("1 until 2048 given 1", text(conductor.nextRound()));
        assertEquals(1024, conductor.completedTicks());
    }

    @Test
    void runsTheTickBeforeTheEndOfAChunkInIt() {
        Conductor conductor = conductor(network(spikesAt(0), 2, "ab 23"), 0, 5000);
        conductor.nextRound();
        conductor.completed(0, result(spike(1000, 0), Long.MAX_VALUE));

        assertEquals("1 until 1024 given 1", text(conductor.nextRound()));
    }

    @Test
    void keepsCoresThatReachEachOtherWithinTheirSmallestDelay() {
        Conductor conductor = conductor(network(spikesAt(0), 3, "ab 1", "bc 7", "cb 5"), 0, 5000);
        conductor.nextRound();
        conductor.completed(0, result(spike(0, 0), Long.MAX_VALUE));

        assertEquals("1 until 6 given 1", text(conductor.nextRound()));
        conductor.completed(1, result(spike(1, 1), Long.MAX_VALUE));
        // The window counts the smallest delay of the network, 1, until the core itself says better.
        assertEquals("2 until 7 given 1", text(conductor.nextRound()));
        conductor.completed(2, result(NOTHING, 8));
        assertEquals("2 until 13 given 0", text(conductor.nextRound()));
    }

    @Test
    void cutsTheWindowOfACycleAtTheEndOfTheRun() {
        Conductor conductor = conductor(network(spikesAt(0), 3, "ab 1", "bc 7", "cb 5"), 0, 4);
        conductor.nextRound();
        conductor.completed(0, result(spike(0, 0), Long.MAX_VALUE));

        assertEquals("1 until 4 given 1", text(conductor.nextRound()));
    }

    @Test
    void handsOverABatchOnceToEachCoreThatItReaches() {
        Conductor conductor = conductor(network(spikesAt(0), 4, "ab 1", "ac 1"), 0, 100);
        conductor.nextRound();
        SpikeBatch batch = spike(0, 0);
        conductor.completed(0, result(batch, Long.MAX_VALUE));

        List<Assignment> round = conductor.nextRound();

        assertEquals("1 until 100 given 1, 2 until 100 given 1", text(round));
        assertEquals(List.of(batch), round.get(0).arrived());
        assertEquals(List.of(batch), round.get(1).arrived());
        conductor.completed(1, result(NOTHING, 50));
        conductor.completed(2, idle());
        assertEquals("1 until 100 given 0", text(conductor.nextRound()));
    }

    @Test
    void leavesOutACoreWhoseNextTickIsExactlyTheEndOfTheWindow() {
        Conductor conductor = conductor(network(spikesAt(0), 4, "ab 1", "ac 1"), 0, 5000);
        conductor.nextRound();
        conductor.completed(0, result(spike(0, 0), Long.MAX_VALUE));
        assertEquals("1 until 1024 given 1, 2 until 1024 given 1", text(conductor.nextRound()));
        conductor.completed(1, result(NOTHING, 1024));
        conductor.completed(2, result(NOTHING, 50));

        assertEquals("2 until 1024 given 0", text(conductor.nextRound()));
        conductor.completed(2, idle());
        assertEquals("1 until 2048 given 0", text(conductor.nextRound()));
    }

    @Test
    void keepsTheBatchesOfEachCoreInOrderOfTime() {
        Conductor conductor = conductor(network(spikesAt(0, 3000), 1), 0, 5000);
        conductor.nextRound();
        conductor.completed(0, result(spike(0, 0), 3000));
        conductor.nextRound();
        conductor.completed(0, result(spike(3000, 0), Long.MAX_VALUE));

        List<SpikeBatch> emitted = conductor.emitted().get(0);

        assertEquals(2, emitted.size());
        assertEquals(0, emitted.get(0).tick(0));
        assertEquals(3000, emitted.get(1).tick(0));
    }

    @Test
    void stopsAfterTheCurrentChunk() {
        Conductor conductor = conductor(network(spikesAt(0, 1024, 1025), 2, "ab 1"), 0, 5000);
        conductor.nextRound();
        conductor.completed(0, result(spike(0, 0), 1024));
        conductor.stop();

        assertEquals("1 until 1024 given 1", text(conductor.nextRound()));
        conductor.completed(1, idle());
        assertEquals(List.of(), conductor.nextRound());

        assertTrue(conductor.isAtRest());
        assertFalse(conductor.isAtEnd());
        assertEquals(1024, conductor.completedTicks());
        conductor.proceed();
        assertFalse(conductor.isAtRest());
        assertEquals("0 until 2048 given 0", text(conductor.nextRound()));
    }

    @Test
    void givesARunThatIsStoppedBeforeItBeginsItsFirstChunk() {
        Conductor conductor = conductor(network(spikesAt(0, 2000), 1), 0, 5000);
        conductor.stop();

        assertEquals("0 until 1024 given 0", text(conductor.nextRound()));
        conductor.completed(0, result(spike(0, 0), 2000));
        assertEquals(List.of(), conductor.nextRound());
        assertEquals(2000, conductor.completedTicks());
    }

    @Test
    void restsBeforeATickWithNothingDoneAfterIt() {
        Conductor conductor = conductor(network(spikesAt(0, 99, 100, 101), 2, "ab 1"), 0, 5000);
        conductor.proceedTo(100);

        assertEquals("0 until 100 given 0", text(conductor.nextRound()));
        conductor.completed(0, result(SpikeBatch.copyOf(new long[] {0, 99}, new int[] {0, 0}, 2), 100));
        assertEquals("1 until 100 given 1", text(conductor.nextRound()));
        conductor.completed(1, result(NOTHING, 100));
        assertEquals(List.of(), conductor.nextRound());

        assertTrue(conductor.isAtRest());
        assertEquals(100, conductor.completedTicks());
        conductor.proceedTo(101);
        assertEquals("0 until 101 given 0", text(conductor.nextRound()));
    }

    @Test
    void restsAtATickInTheMiddleOfIdleTime() {
        Conductor conductor = conductor(network(spikesAt(5000), 1), 0, 10_000);
        conductor.proceedTo(1234);

        assertEquals(List.of(), conductor.nextRound());
        assertEquals(1234, conductor.completedTicks());
        assertFalse(conductor.isAtEnd());
        conductor.proceed();
        assertEquals("0 until 6024 given 0", text(conductor.nextRound()));
    }

    @Test
    void goesOnFromALaterTick() {
        Conductor conductor = conductor(network(spikesAt(700), 1), 600, 1000);

        assertEquals(600, conductor.completedTicks());
        assertEquals("0 until 1000 given 0", text(conductor.nextRound()));
        assertEquals(700, conductor.completedTicks());
    }

    @Test
    void doesNotOverflowInARunOfAllTicks() {
        long last = Long.MAX_VALUE - 1;
        Conductor conductor = conductor(network(spikesAt(last), 1), 0, Long.MAX_VALUE);

        assertEquals("0 until " + Long.MAX_VALUE + " given 0", text(conductor.nextRound()));
        assertEquals(last, conductor.completedTicks());
    }

    /**
     * Random networks and cores that fire at random whenever something is due, under the rules that the engine relies on:
     * one window at a time for each core, windows one after the other, each batch once to each target, and never a spike
     * that arrives in the past.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void keepsEveryPromiseToTheCores(int seed) {
        Random random = new Random(seed);
        int cores = 6;
        long ticks = 3000;
        List<String> edges = randomEdges(random, cores);
        SpikeRaster input = spikesAt(random.longs(60, 0, ticks).distinct().toArray());
        Conductor conductor = conductor(network(input, cores, edges.toArray(String[]::new)), 0, ticks);
        List<FakeCore> fakes = new ArrayList<>();
        IntStream.range(0, cores).forEach(core -> fakes.add(new FakeCore(core, edges, random)));
        for (int i = 0; i < input.size(); i++) {
            fakes.get(0).due.add(input.tick(i));
        }
        long completed = 0;
        int rounds = 0;

        for (List<Assignment> round = conductor.nextRound(); !round.isEmpty(); round = conductor.nextRound()) {
            rounds++;
            assertTrue(conductor.completedTicks() >= completed, "time goes back");
            completed = conductor.completedTicks();
            assertEquals(
                    round.size(),
                    round.stream().map(Assignment::core).distinct().count());
            List<WindowResult> results = new ArrayList<>();
            for (Assignment assignment : round) {
                assertTrue(assignment.until() <= ticks, "a window ends after the run");
                results.add(fakes.get(assignment.core()).run(assignment));
            }
            for (int i = 0; i < results.size(); i++) {
                conductor.completed(round.get(i).core(), results.get(i));
            }
        }

        assertTrue(conductor.isAtEnd());
        assertTrue(rounds > 5, rounds + " rounds");
        fakes.forEach(fake -> assertTrue(fake.due.isEmpty() || fake.due.first() >= ticks, "a tick is left out"));
        for (int from = 0; from < cores; from++) {
            for (SpikeBatch batch : conductor.emitted().get(from)) {
                for (FakeCore to : fakes) {
                    int delay = delay(edges, from, to.number);
                    boolean due = to.number != from && batch.tick(0) + (long) delay < ticks;
                    assertTrue(delay < Integer.MAX_VALUE || !to.given.contains(batch), "given without synapses");
                    assertTrue(!due || to.given.contains(batch), "a batch is lost");
                }
            }
        }
    }

    private static List<String> randomEdges(Random random, int cores) {
        List<String> edges = new ArrayList<>(List.of("ab 9"));
        for (int from = 0; from < cores; from++) {
            for (int to = 1; to < cores; to++) {
                if (from != to && random.nextInt(3) == 0) {
                    edges.add("" + (char) ('a' + from) + (char) ('a' + to) + " " + (1 + random.nextInt(20)));
                }
            }
        }
        return edges;
    }

    /** Does what a core does, with chance in the place of neurons. */
    private static final class FakeCore {

        private final int number;
        private final List<String> edges;
        private final Random random;
        private final TreeSet<Long> due = new TreeSet<>();
        private final Set<SpikeBatch> given = new HashSet<>();
        private long done;

        FakeCore(int number, List<String> edges, Random random) {
            this.number = number;
            this.edges = edges;
            this.random = random;
        }

        WindowResult run(Assignment window) {
            // The arrival of a spike is estimated by the smallest delay of the network, so that a window may be empty.
            assertTrue(window.until() >= done, "core " + number + " is sent back in time");
            for (SpikeBatch batch : window.arrived()) {
                assertTrue(given.add(batch), "a batch is handed over twice");
                for (int i = 0; i < batch.size(); i++) {
                    long tick = batch.tick(i) + delay(edges, batch.neuron(i), number);
                    assertTrue(tick >= done, "a spike arrives in the past of core " + number);
                    due.add(tick);
                }
            }
            long[] ticks = new long[1000];
            int count = 0;
            while (!due.isEmpty() && due.first() < window.until()) {
                long tick = due.pollFirst();
                if (number == 0 || random.nextInt(3) > 0) {
                    ticks[count++] = tick;
                }
                if (number > 0 && random.nextInt(4) == 0) {
                    due.add(tick + 1 + random.nextInt(40));
                }
            }
            done = window.until();
            int[] neurons = new int[count];
            Arrays.fill(neurons, number);
            return result(SpikeBatch.copyOf(ticks, neurons, count), due.isEmpty() ? Long.MAX_VALUE : due.first());
        }
    }

    private static int delay(List<String> edges, int from, int to) {
        return edges.stream()
                .filter(edge -> edge.charAt(0) == 'a' + from && edge.charAt(1) == 'a' + to)
                .mapToInt(edge -> Integer.parseInt(edge.substring(3)))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    @Test
    void reportsNoSpikesBeforeTheFirstRound() {
        Conductor conductor = conductor(network(spikesAt(0), 3, "ab 1"), 0, 10);

        assertArrayEquals(
                new int[3], conductor.emitted().stream().mapToInt(List::size).toArray());
    }
}
