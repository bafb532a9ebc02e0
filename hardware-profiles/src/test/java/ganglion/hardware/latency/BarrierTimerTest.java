package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.ToyProfiles;
import ganglion.hardware.activity.ActivityListener;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.CoreLoads;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.placement.InOrderPlacement;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;
import ganglion.hardware.quantity.Dimension;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.Lif;
import ganglion.kernel.neuron.LifParameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A population of six on three cores in a row; each neuron reaches all. */
class BarrierTimerTest {

    private static final double NANOSECOND = 1e-9;

    private final Network network = new Network(
            List.of(new Population("all", 6, new Lif(LifParameters.of(0.9, 1)))),
            List.of(new Projection("all", "all", new DenseSynapses(6, 6, new double[36], 2))));

    private final Placement placement = InOrderPlacement.place(network, new Mesh(3, 1, 1), ToyProfiles.limits(2, 100));

    @Test
    void takesTheIdleTimeOfTheFullestCoreWhenNothingHappens() {
        assertEquals(List.of(2 * 10 + 5000.0), nanoseconds(SpikeRaster.empty(6), 1, times()));
    }

    @Test
    void addsSlowestSenderLongestPathSlowestReceiverAndBarrier() {
        // Both neurons of core 0 fire: 2 updates of 100; path to core 2: 2 hops east; 2 x 2 operations on every core.
        SpikeRaster spikes = SpikeRaster.builder(6).add(0, 0).add(0, 1).build();

        double first = 2 * 100 + 2 * 1000 + 4 + 5000;
        double waiting = 2 * 10 + 5000;
        double arrival = 2 * 100 + 5000;
        assertEquals(List.of(first, waiting, arrival, waiting), nanoseconds(spikes, 4, times()));
    }

    @Test
    void takesWestwardHopsTheOtherWay() {
        SpikeRaster spikes = SpikeRaster.builder(6).add(0, 5).build();

        assertEquals(List.of(100 + 10 + 2 * 3000 + 2 + 5000.0), nanoseconds(spikes, 1, times()));
    }

    @Test
    void addsTheHandlingOfSpikesAndMessagesWhereItIsKnown() {
        Map<Operation, Figure> times = times();
        times.put(Operation.SPIKE, nanoseconds(7));
        times.put(Operation.MESSAGE_OUT, nanoseconds(20));
        times.put(Operation.MESSAGE_IN, nanoseconds(300));
        SpikeRaster spikes = SpikeRaster.builder(6).add(0, 2).build();

        double sender = 100 + 10 + 7 + 3 * 20;
        assertEquals(List.of(sender + 3000 + 2 + 300 + 5000), nanoseconds(spikes, 1, times));
    }

    private static Map<Operation, Figure> times() {
        Map<Operation, Figure> times = new EnumMap<>(Operation.class);
        times.put(Operation.SYNAPTIC_OPERATION, nanoseconds(1));
        times.put(Operation.NEURON_UPDATE_IDLE, nanoseconds(10));
        times.put(Operation.NEURON_UPDATE_ACTIVE, nanoseconds(100));
        times.put(Operation.HOP_EAST, nanoseconds(1000));
        times.put(Operation.HOP_WEST, nanoseconds(3000));
        return times;
    }

    private static Figure nanoseconds(int count) {
        return ToyProfiles.figure(count + " ns", Dimension.TIME);
    }

    /** Times of the ticks in whole nanoseconds. */
    private List<Double> nanoseconds(SpikeRaster spikes, int ticks, Map<Operation, Figure> times) {
        BarrierTimer timer = new BarrierTimer(placement, times, 5000 * NANOSECOND);
        List<Double> found = new ArrayList<>();
        ActivityListener collector = new ActivityListener() {
            @Override
            public void message(int sourceCore, int targetCore, int synapses) {}

            @Override
            public void tickEnded(long tick, CoreLoads loads) {
                found.add((double) Math.round(timer.tickSeconds() / NANOSECOND));
            }
        };
        ActivityWalk.walk(network, List.of(spikes), ticks, placement, List.of(timer, collector));
        return found;
    }
}
