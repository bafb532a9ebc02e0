package ganglion.hardware.latency;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ArrivalRule;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A population of six on three cores in a row, two on each; each neuron reaches all, two ticks later. */
final class TimedRow {

    static final double NANOSECOND = 1e-9;

    private final Network network = new Network(
            List.of(new Population("all", 6, new Lif(LifParameters.of(0.9, 1)))),
            List.of(new Projection("all", "all", new DenseSynapses(6, 6, new double[36], 2))));

    final PlacedNetwork placed = ToyProfiles.place(network, new Mesh(3, 1, 1), ToyProfiles.limits(2, 100));

    /** Nanoseconds: one synapse 1, an idle neuron 10, an active one 100, a step east 1000, a step west 3000. */
    static Map<Operation, Figure> times() {
        Map<Operation, Figure> times = new EnumMap<>(Operation.class);
        times.put(Operation.SYNAPTIC_OPERATION, nanoseconds(1));
        times.put(Operation.NEURON_UPDATE_IDLE, nanoseconds(10));
        times.put(Operation.NEURON_UPDATE_ACTIVE, nanoseconds(100));
        times.put(Operation.HOP_EAST, nanoseconds(1000));
        times.put(Operation.HOP_WEST, nanoseconds(3000));
        return times;
    }

    static Figure nanoseconds(int count) {
        return ToyProfiles.figure(count + " ns", Dimension.TIME);
    }

    OperationTimes operationTimes(Map<Operation, Figure> times) {
        return new OperationTimes(placed, ToyProfiles.figures(Map.of(), times, network), 0, 0);
    }

    /** Times of ticks in whole nanoseconds. */
    List<Double> nanoseconds(SpikeRaster spikes, int ticks, Function<OperationTimes, TickTimer> timers) {
        return nanoseconds(spikes, ticks, times(), timers);
    }

    List<Double> nanoseconds(
            SpikeRaster spikes, int ticks, Map<Operation, Figure> times, Function<OperationTimes, TickTimer> timers) {
        TickTimer timer = timers.apply(operationTimes(times));
        List<Double> found = new ArrayList<>();
        ActivityWalk walk = new ActivityWalk(network, List.of(spikes), new ArrivalRule(network, List.of(spikes)));
        walk.visit(placed, List.of(tick -> found.add((double) Math.round(timer.seconds(tick) / NANOSECOND))));
        walk.walk(ticks);
        return found;
    }

    static SpikeRaster spikes(int... neurons) {
        SpikeRaster.Builder builder = SpikeRaster.builder(6);
        for (int neuron : neurons) {
            builder.add(0, neuron);
        }
        return builder.build();
    }
}
