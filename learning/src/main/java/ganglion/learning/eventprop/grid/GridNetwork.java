package ganglion.learning.eventprop.grid;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventLayer;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The layers of a network trained in continuous time, as a network of the simulator. Between ticks both follow the same differential
 * equations exactly ({@link SynapticCurrent#exact}, potential first). What differs: a neuron fires at the first tick at which its potential
 * is at or above the threshold, up to a tick after it reached it, and not at all if it fell below again before the tick; input spikes come
 * at the nearest tick, and two of one input at the same tick are one there; delays are rounded to whole ticks, at least one. A read-out is left to the caller.
 */
public final class GridNetwork {

    /** Name of the population that the input's spikes come from. */
    public static final String INPUT = "input";

    private final EventNetwork network;
    private final int ticksPerStep;

    /**
     * @param ticksPerStep ticks to a step of the samples, at least 1
     */
    public GridNetwork(EventNetwork network, int ticksPerStep) {
        if (ticksPerStep < 1) {
            throw new IllegalArgumentException(ticksPerStep + " ticks to a step, expected 1 or more");
        }
        this.network = network;
        this.ticksPerStep = ticksPerStep;
    }

    /** Name of the population of a layer. */
    public static String population(int layer) {
        return "layer-" + (layer + 1);
    }

    /** The population of each layer, without the input. */
    public List<Population> populations() {
        List<Population> populations = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            EventLayer layer = network.layers().get(l);
            populations.add(new Population(population(l), layer.size(), model(layer)));
        }
        return populations;
    }

    private SynapticLif model(EventLayer layer) {
        ExponentialDynamics dynamics = layer.dynamics();
        double tick = 1.0 / ticksPerStep;
        // With the membrane's time constant for a capacitance, weights are in the unit of the potential.
        SynapticCurrent current =
                SynapticCurrent.exact(dynamics.synapse(), dynamics.membrane(), dynamics.membrane(), tick);
        LifParameters membrane = LifParameters.of(StrictMath.exp(-tick / dynamics.membrane()), layer.threshold())
                .withReset(Reset.TO_VALUE, false);
        return new SynapticLif(membrane, List.of(current), SynapticOrder.POTENTIAL_FIRST);
    }

    /** The synapses of all layers. */
    public List<Projection> projections() {
        List<Projection> projections = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            EventLayer layer = network.layers().get(l);
            String target = population(l);
            String source = l == 0 ? INPUT : population(l - 1);
            projections.add(new Projection(source, target, synapses(layer.input())));
            layer.recurrent().ifPresent(among -> projections.add(new Projection(target, target, synapses(among))));
        }
        return projections;
    }

    private SparseSynapses synapses(DelayedSynapses from) {
        SparseSynapses.Builder builder = SparseSynapses.builder(from.sources(), from.targets());
        for (int k = 0; k < from.weights().length; k++) {
            int delay = (int) Math.max(1, Math.rint(from.delay(k) * ticksPerStep));
            builder.add(k / from.targets(), k % from.targets(), from.weights()[k], delay);
        }
        return builder.build();
    }

    /**
     * The spikes of each layer in the simulator.
     *
     * @param duration steps up to which it runs
     */
    public List<SpikeRaster> run(TimedSpikes input, double duration) {
        List<Population> populations = new ArrayList<>();
        populations.add(new Population(INPUT, network.inputs(), new SpikeSource(raster(input))));
        populations.addAll(populations());
        Network compiled = new Network(populations, projections());
        long ticks = (long) Math.ceil(duration * ticksPerStep) + 1;
        SimulationResult result = SequentialSimulation.run(compiled, Partition.whole(compiled), ticks, List.of());
        return IntStream.range(0, network.layers().size())
                .mapToObj(l -> result.spikesOf(population(l)))
                .toList();
    }

    private SpikeRaster raster(TimedSpikes input) {
        List<long[]> spikes = new ArrayList<>();
        for (int k = 0; k < input.size(); k++) {
            spikes.add(new long[] {(long) Math.rint(input.time(k) * ticksPerStep), input.neuron(k)});
        }
        spikes.sort((a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
        SpikeRaster.Builder builder = SpikeRaster.builder(network.inputs());
        long[] last = null;
        for (long[] spike : spikes) {
            // Two spikes of an input within a tick are one there.
            if (last == null || last[0] != spike[0] || last[1] != spike[1]) {
                builder.add(spike[0], (int) spike[1]);
            }
            last = spike;
        }
        return builder.build();
    }
}
