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

    private record Route(ReplayedSynapses synapses, Replay target) {}

    /** A rule for one walk through a run of a network. */
    public StateRule(Network network, List<SpikeRaster> spikes) {
        this.network = network;
        this.arrivals = new ArrivalRule(network, spikes);
        this.active = new long[(network.neuronCount() + 63) / 64];
        this.populationOf = new int[network.neuronCount()];
        for (int p = 0; p < network.populations().size(); p++) {
            Population population = network.populations().get(p);
            Arrays.fill(populationOf, network.firstNeuron(p), network.firstNeuron(p + 1), p);
            replayByPopulation.add(
                    population.model() instanceof GridLif model ? new Replay(model, population.size()) : null);
            routesBySource.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            Replay target = replayByPopulation.get(network.index(projection.target()));
            if (target != null) {
                ReplayedSynapses synapses = new ReplayedSynapses(projection.synapses());
                target.ring(synapses.longestDelayTicks());
                routesBySource.get(network.index(projection.source())).add(new Route(synapses, target));
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
            route.synapses().deliver(tick, source, route.target().inputs);
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

    /** The synapses of one projection in flat arrays, to deliver many spikes. */
    static final class ReplayedSynapses {

        private final int[] rowStart;
        private final int[] targets;
        private final float[] weights;
        private final double[] exactWeights;
        private final int[] delaysTicks;
        private final int commonDelayTicks;
        private final int longestDelayTicks;

        ReplayedSynapses(Synapses synapses) {
            int count = Math.toIntExact(synapses.count());
            rowStart = new int[synapses.sourceSize() + 1];
            targets = new int[count];
            int[] delays = new int[count];
            double[] values = new double[count];
            int next = 0;
            int longest = 1;
            int shortest = Integer.MAX_VALUE;
            boolean floats = true;
            List<StoredSynapses> parts = synapses.within(0, synapses.targetSize());
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (StoredSynapses part : parts) {
                    for (int i = 0; i < part.outDegree(source); i++) {
                        targets[next] = part.target(source, i);
                        values[next] = part.weight(source, i);
                        delays[next] = part.delayTicks(source, i);
                        longest = Math.max(longest, delays[next]);
                        shortest = Math.min(shortest, delays[next]);
                        floats &= (float) values[next] == values[next];
                        next++;
                    }
                }
                rowStart[source + 1] = next;
            }
            longestDelayTicks = longest;
            commonDelayTicks = shortest == longest ? longest : 0;
            delaysTicks = shortest < longest ? delays : null;
            weights = floats ? toFloats(values) : null;
            exactWeights = floats ? null : values;
        }

        private static float[] toFloats(double[] values) {
            float[] floats = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }

        int longestDelayTicks() {
            return longestDelayTicks;
        }

        /**
         * Adds the weights of a source's synapses to the inputs of the ticks at which they arrive; inputs are a ring over ticks.
         */
        void deliver(long tick, int source, double[][] inputs) {
            int from = rowStart[source];
            int until = rowStart[source + 1];
            if (delaysTicks == null && weights != null && from < until) {
                deliverAlike(from, until, inputs[(int) ((tick + commonDelayTicks) % inputs.length)]);
                return;
            }
            for (int i = from; i < until; i++) {
                int delay = delaysTicks == null ? commonDelayTicks : delaysTicks[i];
                double weight = weights == null ? exactWeights[i] : weights[i];
                inputs[(int) ((tick + delay) % inputs.length)][targets[i]] += weight;
            }
        }

        private void deliverAlike(int from, int until, double[] input) {
            for (int i = from; i < until; i++) {
                input[targets[i]] += weights[i];
            }
        }
    }
}
