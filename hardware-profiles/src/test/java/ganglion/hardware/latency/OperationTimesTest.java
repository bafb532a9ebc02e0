package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One input and four neurons, one on each core of a square of tiles; the input and each neuron reach all neurons. */
class OperationTimesTest {

    private static final double NANOSECOND = 1e-9;

    private final Network network = new Network(
            List.of(
                    new Population("in", 1, new SpikeSource(SpikeRaster.empty(1))),
                    new Population("all", 4, new Lif(LifParameters.of(0.9, 1)))),
            List.of(
                    new Projection("in", "all", new DenseSynapses(1, 4, new double[4], 1)),
                    new Projection("all", "all", new DenseSynapses(4, 4, new double[16], 1))));

    /** Every operation with a time of its own, so that each sum shows what it is made of. */
    private static Map<Operation, Figure> times() {
        Map<Operation, Figure> times = new EnumMap<>(Operation.class);
        times.put(Operation.HOP_EAST, TimedRow.nanoseconds(1));
        times.put(Operation.HOP_WEST, TimedRow.nanoseconds(10));
        times.put(Operation.HOP_NORTH, TimedRow.nanoseconds(100));
        times.put(Operation.HOP_SOUTH, TimedRow.nanoseconds(1000));
        times.put(Operation.MESSAGE_WITHIN_TILE, TimedRow.nanoseconds(7));
        times.put(Operation.MESSAGE_IN, TimedRow.nanoseconds(300));
        times.put(Operation.SYNAPTIC_OPERATION, TimedRow.nanoseconds(2));
        times.put(Operation.DENDRITE_UPDATE, TimedRow.nanoseconds(3));
        times.put(Operation.NEURON_ACCESS, TimedRow.nanoseconds(5));
        times.put(Operation.NEURON_UPDATE_IDLE, TimedRow.nanoseconds(10));
        times.put(Operation.NEURON_UPDATE, TimedRow.nanoseconds(20));
        times.put(Operation.NEURON_UPDATE_ACTIVE, TimedRow.nanoseconds(100));
        times.put(Operation.SPIKE, TimedRow.nanoseconds(8));
        return times;
    }

    private PlacedNetwork placed(Mesh mesh, int neuronsPerCore) {
        return ToyProfiles.place(network, mesh, ToyProfiles.limits(neuronsPerCore, 100));
    }

    private OperationTimes of(PlacedNetwork placed, Map<Operation, Figure> times, double crossbarRow) {
        return new OperationTimes(placed, ToyProfiles.figures(Map.of(), times, network), crossbarRow, 0);
    }

    private OperationTimes square(Map<Operation, Figure> times) {
        return of(placed(new Mesh(2, 2, 1), 1), times, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 7", "3, 3, 7", "0, 1, 100", "1, 0, 1000", "0, 2, 1", "2, 0, 10", "0, 3, 101", "3, 0, 1010"})
    void aPathTakesItsHopsInTheirDirections(int source, int target, double nanoseconds) {
        assertEquals(nanoseconds, square(times()).path(source, target) / NANOSECOND, 1e-9);
    }

    @Test
    void inputsEnterAtTheSouthWesternTile() {
        PlacedNetwork placed = placed(new Mesh(2, 2, 1), 1);
        OperationTimes times = of(placed, times(), 0);

        double[] ofInput = paths(placed, times, 0);
        double[] ofLastNeuron = paths(placed, times, 4);

        assertArrayEquals(new double[] {7, 100, 1, 101}, ofInput, 1e-9);
        assertArrayEquals(new double[] {1010, 10, 1000, 7}, ofLastNeuron, 1e-9);
    }

    /** Nanoseconds of the paths of a neuron's messages, by target core. */
    private static double[] paths(PlacedNetwork placed, OperationTimes times, int neuron) {
        double[] paths = new double[4];
        for (int message = placed.fanOut().first(neuron);
                message < placed.fanOut().first(neuron + 1);
                message++) {
            paths[placed.fanOut().core(message)] = times.path(neuron, message, placed.placement()) / NANOSECOND;
        }
        return paths;
    }

    @Test
    void aNeuronTakesAccessUpdateAndSpike() {
        OperationTimes times = square(times());

        assertEquals(15, times.idle(0) / NANOSECOND, 1e-9);
        assertEquals(125, times.active(0) / NANOSECOND, 1e-9);
        assertEquals(133, times.firing(0) / NANOSECOND, 1e-9);
    }

    @Test
    void aQuietCoreTakesTheIdleTimeOfItsNeurons() {
        double[] one = square(times()).quietSeconds();
        double[] three = of(placed(new Mesh(2, 2, 1), 3), times(), 0).quietSeconds();

        assertArrayEquals(new double[] {15, 15, 15, 15}, nanoseconds(one), 1e-9);
        assertArrayEquals(new double[] {45, 15}, nanoseconds(three), 1e-9);
    }

    private static double[] nanoseconds(double[] seconds) {
        return Arrays.stream(seconds).map(time -> time / NANOSECOND).toArray();
    }

    @Test
    void aMessageIsReceivedThenAppliedSynapseBySynapse() {
        OperationTimes times = of(placed(new Mesh(2, 2, 1), 3), times(), 0);

        // Message 0 goes from the input to the three neurons of core 0, message 1 to the one of core 1.
        assertEquals(300 + 3 * (2 + 3), times.processing(0) / NANOSECOND, 1e-9);
        assertEquals(300 + 2 + 3, times.processing(1) / NANOSECOND, 1e-9);
    }

    @Test
    void aMessageVisitsAWholeRowOfACrossbar() {
        Map<Operation, Figure> times = times();
        times.put(Operation.CROSSBAR_OPERATION, TimedRow.nanoseconds(4));
        times.keySet().removeAll(Set.of(Operation.SYNAPTIC_OPERATION, Operation.DENDRITE_UPDATE));

        OperationTimes crossbar = of(placed(new Mesh(2, 2, 1), 3), times, 256);

        assertEquals(300 + 256 * 4, crossbar.processing(0) / NANOSECOND, 1e-9);
    }

    @Test
    void hopsNeedATimeOnlyInTheDirectionsThatTheMeshHas() {
        Map<Operation, Figure> times = times();
        times.keySet().removeAll(Operation.hops());

        assertEquals(
                List.of(Operation.HOP_EAST, Operation.HOP_WEST),
                of(placed(new Mesh(2, 1, 2), 1), times, 0).missing(false));
        assertEquals(
                List.of(Operation.HOP_NORTH, Operation.HOP_SOUTH),
                of(placed(new Mesh(1, 2, 2), 1), times, 0).missing(false));
        assertEquals(List.of(), of(placed(new Mesh(1, 1, 4), 1), times, 0).missing(false));
    }

    @Test
    void anAccessOrACrossbarStandsForTheUpdatesWithinIt() {
        Map<Operation, Figure> access = times();
        access.keySet().removeAll(Set.of(Operation.NEURON_UPDATE_IDLE, Operation.NEURON_UPDATE_ACTIVE));
        Map<Operation, Figure> crossbar = new EnumMap<>(access);
        crossbar.keySet().removeAll(Set.of(Operation.NEURON_ACCESS, Operation.SYNAPTIC_OPERATION));
        crossbar.put(Operation.CROSSBAR_OPERATION, TimedRow.nanoseconds(4));
        Map<Operation, Figure> neither = new EnumMap<>(access);
        neither.remove(Operation.NEURON_ACCESS);

        assertEquals(List.of(), square(access).missing(false));
        assertEquals(List.of(), square(crossbar).missing(false));
        assertEquals(
                List.of(Operation.NEURON_UPDATE_ACTIVE, Operation.NEURON_UPDATE_IDLE),
                square(neither).missing(false));
        assertEquals(List.of(), square(neither).missing(true));
    }
}
