package ganglion.learning.eventprop.grid;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.grid.TickRun.TickNeurons;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a network trained in continuous time, as a network of the simulator. Between ticks both follow the same differential
 * equations exactly ({@link SynapticCurrent#exact}, potential first). What differs: a neuron fires at the first tick at which its potential
 * is at or above the threshold, up to a tick after it reached it, and not at all if it fell below again before the tick; input spikes come
 * at the nearest tick, and two of one input at the same tick are one there; delays are rounded to whole ticks, at least one. Integrators of a read-out are such neurons with a threshold that no potential reaches.
 */
public final class GridNetwork {

    /** Name of the population that the input's spikes come from. */
    public static final String INPUT = "input";

    /** Name of the population of integrators. */
    public static final String READ_OUT = "read-out";

    private final EventNetwork network;
    private final TickClock clock;

    /**
     * @param ticksPerStep ticks to a step of the samples, at least 1
     * @throws IllegalArgumentException if there is none
     */
    public GridNetwork(EventNetwork network, int ticksPerStep) {
        this.network = network;
        this.clock = new TickClock(ticksPerStep);
    }

    /** Name of the population of a layer. */
    public static String population(int layer) {
        return "layer-" + (layer + 1);
    }

    /** The population of each layer, and of the integrators if there are some; without the input. */
    public List<Population> populations() {
        List<Population> populations = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            EventLayer layer = network.layers().get(l);
            populations.add(new Population(population(l), layer.size(), model(layer.dynamics(), layer.threshold())));
        }
        network.readOut()
                .ifPresent(out -> populations.add(
                        new Population(READ_OUT, out.input().targets(), model(out.dynamics(), Double.MAX_VALUE))));
        return populations;
    }

    private SynapticLif model(ExponentialDynamics dynamics, double threshold) {
        SynapticCurrent current = TickNeurons.current(dynamics, clock);
        LifParameters membrane = LifParameters.of(TickNeurons.membraneDecay(dynamics, clock), threshold)
                .withReset(Reset.TO_VALUE, false);
        return new SynapticLif(membrane, List.of(current), SynapticOrder.POTENTIAL_FIRST);
    }

    /** The synapses of all layers, and of the integrators. */
    public List<Projection> projections() {
        List<Projection> projections = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            EventLayer layer = network.layers().get(l);
            String target = population(l);
            String source = l == 0 ? INPUT : population(l - 1);
            projections.add(new Projection(source, target, synapses(layer.input())));
            layer.recurrent().ifPresent(among -> projections.add(new Projection(target, target, synapses(among))));
        }
        String last = population(network.layers().size() - 1);
        network.readOut().ifPresent(out -> projections.add(new Projection(last, READ_OUT, synapses(out.input()))));
        return projections;
    }

    private Synapses synapses(DelayedSynapses from) {
        return new DenseSynapses(from.sources(), from.targets(), from.weights(), clock.ticksOf(from.delay()));
    }
}
