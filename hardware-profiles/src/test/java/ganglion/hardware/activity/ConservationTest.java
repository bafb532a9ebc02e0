package ganglion.hardware.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.schedule.Partition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted equals what raster and connectivity imply, counted here the slow and obvious way. */
class ConservationTest {

    private static final int NETWORKS = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void synapticOperationsAreTheOutDegreesOfAllSpikesForAnyPlacement(int neuronsPerCore) {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Workload workload = RandomWorkloads.of(seed);

            OperationCounter counter = count(workload, place(workload, neuronsPerCore));

            assertEquals(outDegrees(workload), counter.total(Operation.SYNAPTIC_OPERATION), "seed " + seed);
            assertEquals(spikes(workload, true), counter.total(Operation.SPIKE), "seed " + seed);
            assertEquals(spikes(workload, false), counter.total(Operation.INPUT_SPIKE), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void everyNeuronIsActiveOrIdleInEveryTick(int neuronsPerCore) {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Workload workload = RandomWorkloads.of(seed);

            OperationCounter counter = count(workload, place(workload, neuronsPerCore));

            long active = activeUpdates(workload);
            long all = workload.ticks() * placedNeurons(workload.network());
            assertEquals(active, counter.total(Operation.NEURON_UPDATE_ACTIVE), "seed " + seed);
            assertEquals(all - active, counter.total(Operation.NEURON_UPDATE_IDLE), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void messagesAndHopsAreThoseOfEachSpikeToEachCore(int neuronsPerCore) {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Workload workload = RandomWorkloads.of(seed);
            PlacedNetwork placement = place(workload, neuronsPerCore);

            OperationCounter counter = count(workload, placement);

            Map<Operation, Long> expected = messages(workload, placement.placement());
            for (Operation operation : List.of(
                    Operation.MESSAGE_IN,
                    Operation.MESSAGE_OUT,
                    Operation.INPUT_MESSAGE,
                    Operation.MESSAGE_WITHIN_TILE,
                    Operation.MESSAGE_BETWEEN_CHIPS,
                    Operation.HOP_EAST,
                    Operation.HOP_WEST,
                    Operation.HOP_NORTH,
                    Operation.HOP_SOUTH)) {
                assertEquals(
                        expected.getOrDefault(operation, 0L), counter.total(operation), operation + ", seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void cellsAndPopulationsAddUpToTheCountsOfTheTick(int neuronsPerCore) {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Workload workload = RandomWorkloads.of(seed);
            PlacedNetwork placement = place(workload, neuronsPerCore);
            OperationCounter counter = new OperationCounter(placement, List.of());
            SumCheck check = new SumCheck(counter);

            walk(workload, placement, List.of(counter, check));

            assertEquals(workload.ticks(), check.ticks);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithWhatTheEngineDelivered(long seed) {
        Workload random = RandomWorkloads.of(seed);
        SimulationResult run = SequentialSimulation.run(
                random.network(), Partition.ofCoreSize(random.network(), 3), random.ticks(), List.of());
        Workload workload = new Workload(random.network(), run.spikes(), random.ticks(), random.clock());

        OperationCounter counter = count(workload, place(workload, 4));

        assertEquals(
                run.activity().synapticEvents(), counter.total(Operation.SYNAPTIC_OPERATION) - stillUnderway(workload));
    }

    private static final class SumCheck implements TickListener {
        private final OperationCounter counter;
        private long ticks;

        SumCheck(OperationCounter counter) {
            this.counter = counter;
        }

        @Override
        public void tickEnded(PlacedTick tick) {
            assertEquals(ticks++, tick.tick());
            long active = 0;
            long fired = 0;
            for (int cell = 0; cell < tick.placed().cells().count(); cell++) {
                assertTrue(tick.firedInCell(cell) <= tick.activeInCell(cell));
                assertTrue(tick.activeInCell(cell) <= tick.placed().cells().neurons(cell));
                active += tick.activeInCell(cell);
                fired += tick.firedInCell(cell);
            }
            assertEquals(active, counter.inTick(Operation.NEURON_UPDATE_ACTIVE));
            assertEquals(fired, counter.inTick(Operation.SPIKE));
            assertEquals(tick.firedCount(), fired + counter.inTick(Operation.INPUT_SPIKE));
            assertEquals(tick.idle(), active + tick.firedCount() == 0);
            checkPopulations(tick.placed().network().populations().size());
        }

        private void checkPopulations(int populations) {
            for (Operation operation : List.of(
                    Operation.SYNAPTIC_OPERATION,
                    Operation.DENDRITE_UPDATE,
                    Operation.SPIKE,
                    Operation.NEURON_UPDATE_ACTIVE,
                    Operation.NEURON_UPDATE_IDLE,
                    Operation.NEURON_UPDATE,
                    Operation.NEURON_ACCESS)) {
                long inTick = 0;
                long total = 0;
                for (int p = 0; p < populations; p++) {
                    inTick += counter.inTick(operation, p);
                    total += counter.total(operation, p);
                }
                assertEquals(counter.inTick(operation), inTick, operation.label());
                assertEquals(counter.total(operation), total, operation.label());
            }
        }
    }

    private static PlacedNetwork place(Workload workload, int neuronsPerCore) {
        ChipLimits limits = ToyProfiles.limits(neuronsPerCore, 100_000);
        return ToyProfiles.place(workload.network(), new Mesh(2, 3, 2), limits);
    }

    private static OperationCounter count(Workload workload, PlacedNetwork placement) {
        OperationCounter counter = new OperationCounter(placement, List.of());
        walk(workload, placement, List.of(counter));
        return counter;
    }

    private static void walk(Workload workload, PlacedNetwork placement, List<TickListener> listeners) {
        ActivityRule rule = new ArrivalRule(workload.network(), workload.spikes());
        ActivityWalk walk = new ActivityWalk(workload.network(), workload.spikes(), rule);
        walk.visit(placement, listeners);
        walk.walk(workload.ticks());
    }

    private interface SynapseVisitor {
        void visit(long tick, int source, int target, int delayTicks);
    }

    /** Every synapse that every spike meets, one by one, with network-wide numbers. */
    private static void forEachSynapticOperation(Workload workload, SynapseVisitor visitor) {
        Network network = workload.network();
        for (Projection projection : network.projections()) {
            SpikeRaster raster = workload.spikes().get(network.index(projection.source()));
            int firstSource = network.firstNeuron(network.index(projection.source()));
            int firstTarget = network.firstNeuron(network.index(projection.target()));
            Synapses synapses = projection.synapses();
            for (int s = 0; s < raster.size() && raster.tick(s) < workload.ticks(); s++) {
                int source = raster.neuron(s);
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    visitor.visit(
                            raster.tick(s),
                            firstSource + source,
                            firstTarget + synapses.target(source, i),
                            synapses.delayTicks(source, i));
                }
            }
        }
    }

    private static long outDegrees(Workload workload) {
        long[] count = new long[1];
        forEachSynapticOperation(workload, (tick, source, target, delay) -> count[0]++);
        return count[0];
    }

    private static long spikes(Workload workload, boolean placed) {
        long count = 0;
        for (int p = 0; p < workload.spikes().size(); p++) {
            if (workload.network().population(p).model().takesInput() == placed) {
                count += workload.spikes().get(p).firstIndexAt(workload.ticks());
            }
        }
        return count;
    }

    private static long stillUnderway(Workload workload) {
        long[] count = new long[1];
        forEachSynapticOperation(
                workload, (tick, source, target, delay) -> count[0] += tick + delay >= workload.ticks() ? 1 : 0);
        return count[0];
    }

    private static long activeUpdates(Workload workload) {
        BitSet[] active = new BitSet[(int) workload.ticks()];
        for (int tick = 0; tick < active.length; tick++) {
            active[tick] = new BitSet();
        }
        forEachSynapticOperation(workload, (tick, source, target, delay) -> {
            if (tick + delay < active.length) {
                active[(int) tick + delay].set(target);
            }
        });
        Network network = workload.network();
        for (int p = 0; p < network.populations().size(); p++) {
            SpikeRaster raster = workload.spikes().get(p);
            boolean placed = network.population(p).model().takesInput();
            for (int s = 0; placed && s < raster.size() && raster.tick(s) < active.length; s++) {
                active[(int) raster.tick(s)].set(network.firstNeuron(p) + raster.neuron(s));
            }
        }
        return List.of(active).stream().mapToLong(BitSet::cardinality).sum();
    }

    private static long placedNeurons(Network network) {
        return network.populations().stream()
                .filter(population -> population.model().takesInput())
                .mapToInt(population -> population.size())
                .sum();
    }

    private static Map<Operation, Long> messages(Workload workload, Placement placement) {
        TreeSet<String> sent = new TreeSet<>();
        Map<Operation, Long> counts = new HashMap<>();
        forEachSynapticOperation(workload, (tick, source, target, delay) -> {
            int from = placement.coreOfNeuron()[source];
            int to = placement.coreOfNeuron()[target];
            if (sent.add(tick + " " + source + " " + to)) {
                countMessage(placement, from, to, counts);
            }
        });
        return counts;
    }

    private static void countMessage(Placement placement, int from, int to, Map<Operation, Long> counts) {
        Mesh mesh = placement.mesh();
        counts.merge(Operation.MESSAGE_IN, 1L, Long::sum);
        counts.merge(from < 0 ? Operation.INPUT_MESSAGE : Operation.MESSAGE_OUT, 1L, Long::sum);
        if (from >= 0 && from / mesh.cores() != to / mesh.cores()) {
            counts.merge(Operation.MESSAGE_BETWEEN_CHIPS, 1L, Long::sum);
            return;
        }
        int fromTile = from < 0 ? 0 : from % mesh.cores() / mesh.coresPerTile();
        int toTile = to % mesh.cores() / mesh.coresPerTile();
        if (fromTile == toTile) {
            counts.merge(Operation.MESSAGE_WITHIN_TILE, 1L, Long::sum);
        }
        int x = fromTile / mesh.heightTiles();
        int y = fromTile % mesh.heightTiles();
        for (; x < toTile / mesh.heightTiles(); x++) {
            counts.merge(Operation.HOP_EAST, 1L, Long::sum);
        }
        for (; x > toTile / mesh.heightTiles(); x--) {
            counts.merge(Operation.HOP_WEST, 1L, Long::sum);
        }
        for (; y < toTile % mesh.heightTiles(); y++) {
            counts.merge(Operation.HOP_NORTH, 1L, Long::sum);
        }
        for (; y > toTile % mesh.heightTiles(); y--) {
            counts.merge(Operation.HOP_SOUTH, 1L, Long::sum);
        }
    }
}
