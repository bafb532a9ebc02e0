package ganglion.hardware.activity;

import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A neuron is active in a tick if its membrane is away from zero before the tick, an input reaches it, it has a bias, or it
 * fires: the "updated" neurons of SANA-FE. Replays the membranes of {@link GridLif} populations from the recorded spikes;
 * other populations follow {@link ArrivalRule}.
 */
public final class StateRule implements ActivityRule {

    private final Network network;
    private final ArrivalRule arrivals;
    private final List<Replay> replayByPopulation = new ArrayList<>();
    private final List<List<Route>> routesBySource = new ArrayList<>();
    private final int[] populationOf;
    private final long[] active;

    private record Route(Synapses synapses, Replay target) {}

    /** A rule for one walk through a run of a network. */
    public StateRule(Network network, List<SpikeRaster> spikes) {
        this.network = network;
        this.arrivals = new ArrivalRule(network, spikes);
        this.active = new long[(network.neuronCount() + 63) / 64];
        this.populationOf = new int[network.neuronCount()];
        for (int p = 0; p < network.populations().size(); p++) {
            Population population = network.population(p);
            Arrays.fill(populationOf, network.firstNeuron(p), network.firstNeuron(p + 1), p);
            replayByPopulation.add(
                    population.model() instanceof GridLif model ? new Replay(model, population.size()) : null);
            routesBySource.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            Replay target = replayByPopulation.get(network.index(projection.target()));
            if (target != null) {
                target.ring(projection.synapses().largestDelayTicks());
                routesBySource.get(network.index(projection.source())).add(new Route(projection.synapses(), target));
            }
        }
    }

    @Override
    public long[] activeAt(long tick, int[] fired, int count) {
        long[] reached = arrivals.activeAt(tick, fired, count);
        boolean any = false;
        Arrays.fill(active, 0);
        for (int p = 0; p < replayByPopulation.size(); p++) {
            if (replayByPopulation.get(p) != null) {
                any |= replayByPopulation.get(p).step(tick, active, network.firstNeuron(p));
            }
        }
        for (int i = 0; i < count; i++) {
            deliver(tick, fired[i]);
        }
        for (int word = 0; reached != null && word < active.length; word++) {
            active[word] |= reached[word];
        }
        return any || reached != null ? active : null;
    }

    private void deliver(long tick, int neuron) {
        int population = populationOf[neuron];
        int source = neuron - network.firstNeuron(population);
        for (Route route : routesBySource.get(population)) {
            double[][] inputs = route.target().inputs;
            int size = route.synapses().targetSize();
            for (StoredSynapses part : route.synapses().within(0, size)) {
                part.forEachPiece(
                        source,
                        0,
                        size,
                        (delay, position, count) ->
                                part.deliver(position, count, inputs[(int) ((tick + delay) % inputs.length)], 0, 0));
            }
        }
    }

    /** The membranes of one population. */
    private static final class Replay {

        private final NeuronGroup group;
        private final int size;
        private final double[] bias;
        private final double[] potential;
        private final Visit visit = new Visit();
        private double[][] inputs = new double[0][];

        Replay(GridLif model, int size) {
            this.group = model.createGroup(0, size);
            this.size = size;
            this.bias = model.parameters().bias().copyOf(0, size);
            this.potential = model.parameters().initialPotential().copyOf(0, size);
        }

        /** Inputs are held for as many ticks as the longest delay, and for the present tick. */
        void ring(int longestDelayTicks) {
            if (longestDelayTicks + 1 > inputs.length) {
                inputs = new double[longestDelayTicks + 1][size];
            }
        }

        boolean step(long tick, long[] marks, int first) {
            boolean any = false;
            for (int i = 0; i < size; i++) {
                if (potential[i] != 0 || bias[i] != 0) {
                    marks[first + i >> 6] |= 1L << first + i;
                    any = true;
                }
            }
            visit.clear();
            double[] input = inputs.length == 0 ? new double[size] : inputs[(int) (tick % inputs.length)];
            group.visitAll(tick, input, 0, visit);
            group.membranePotentials(tick, potential, 0);
            return any;
        }
    }
}
