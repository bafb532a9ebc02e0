package ganglion.kernel.cause;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes the potentials of a finished run apart. Costs, for one neuron, a look into each row of synapses that may end on it, and a step for each
 * tick up to the one asked for. Not thread-safe.
 */
public final class CausesOfRun {

    private final Network network;
    private final List<SpikeRaster> spikes;
    private final SpikeTimes[] times;

    /**
     * @param network as it was run
     * @param spikes all spikes of each population
     */
    public CausesOfRun(Network network, List<SpikeRaster> spikes) {
        this.network = network;
        this.spikes = List.copyOf(spikes);
        this.times = new SpikeTimes[spikes.size()];
    }

    /** The ticks at which a neuron fired, ascending. */
    public long[] spikesOf(int population, int neuron) {
        if (times[population] == null) {
            times[population] = new SpikeTimes(spikes.get(population));
        }
        return times[population].of(neuron);
    }

    /**
     * The parts of a neuron's potential at a tick; empty if its model has no affine maps, or the population has not started by then.
     *
     * @param population index in the network
     * @param neuron position in its population
     */
    public Optional<PotentialParts> at(int population, int neuron, long tick) {
        Population of = network.populations().get(population);
        Optional<AffineNeuron> maps = of.model().affine(neuron);
        if (maps.isEmpty() || tick < of.startTick()) {
            return Optional.empty();
        }
        List<EventPart> events = events(population, neuron, of.startTick(), tick);
        return Optional.of(new Analysis(of, neuron, maps.get(), events, tick, spikesOf(population, neuron)).parts());
    }

    /** The events that reach a neuron within [from, until], in order of arrival, with responses still unknown. */
    private List<EventPart> events(int population, int neuron, long from, long until) {
        List<EventPart> events = new ArrayList<>();
        long[] own = spikesOf(population, neuron);
        for (IncomingSynapse synapse : IncomingSynapse.of(network, population, neuron)) {
            long[] source = spikesOf(network.sourceOf(synapse.projection()), synapse.source());
            Optional<PairStdp> rule =
                    network.projections().get(synapse.projection()).plasticity();
            double[] plastic = rule.map(PlasticHistory::new)
                    .map(history -> history.weights(synapse.weight(), synapse.delayTicks(), source, own))
                    .orElse(new double[0]);
            for (int i = 0; i < source.length; i++) {
                long arrival = source[i] + synapse.delayTicks();
                if (arrival >= from && arrival <= until) {
                    double weight = rule.isPresent() ? plastic[i] : synapse.weight();
                    events.add(new EventPart(synapse, source[i], weight, 0));
                }
            }
        }
        events.sort(Comparator.comparingLong(EventPart::arrivalTick));
        return events;
    }

    /** One neuron up to one tick: forward for its potential, then back for the parts. */
    private static final class Analysis {

        private final int neuron;
        private final AffineNeuron maps;
        private final List<EventPart> events;
        private final long first;
        private final long last;
        private final long[] own;
        private final int channels;
        private final List<InputCurrent> currents = new ArrayList<>();

        /** The map of each tick, and of the spike at it; null where the neuron did not fire. */
        private final AffineMap[] ticks;

        private final AffineMap[] spikes;
        private double potential;
        private double level;

        Analysis(Population population, int neuron, AffineNeuron maps, List<EventPart> events, long last, long[] own) {
            this.neuron = neuron;
            this.maps = maps;
            this.events = events;
            this.first = population.startTick();
            this.last = last;
            this.own = own;
            this.channels = population.model().inputChannels();
            NeuronModel model = population.model();
            while (model instanceof DrivenNeurons driven) {
                currents.add(driven.current());
                model = driven.neurons();
            }
            this.ticks = new AffineMap[Math.toIntExact(last - first + 1)];
            this.spikes = new AffineMap[ticks.length];
        }

        PotentialParts parts() {
            forward();
            return back();
        }

        private void forward() {
            double[] state = maps.start();
            int nextEvent = 0;
            int nextSpike = firstAtOrAfter(own, first);
            for (int i = 0; i < ticks.length; i++) {
                long tick = first + i;
                double[] input = new double[channels];
                for (; nextEvent < events.size() && events.get(nextEvent).arrivalTick() == tick; nextEvent++) {
                    double weight = events.get(nextEvent).weight();
                    input[channel(weight)] += weight;
                }
                for (InputCurrent current : currents) {
                    double flowing = flowing(current, tick);
                    input[channel(flowing)] += flowing;
                }
                ticks[i] = maps.nextTick();
                state = ticks[i].apply(state, input);
                potential = state[0];
                level = maps.level();
                if (tick < last && nextSpike < own.length && own[nextSpike] == tick) {
                    spikes[i] = maps.fired();
                    state = spikes[i].apply(state, new double[0]);
                    nextSpike++;
                }
            }
        }

        private static int firstAtOrAfter(long[] sorted, long tick) {
            int found = Arrays.binarySearch(sorted, tick);
            return found >= 0 ? found : -found - 1;
        }

        private int channel(double amount) {
            return channels > 1 && amount < 0 ? 1 : 0;
        }

        /** What flows into the neuron through a current at a tick; of one sign. Currents count ticks from the start of the population. */
        private double flowing(InputCurrent current, long tick) {
            long own = tick - first;
            if (current.nextTick(own) != own) {
                return 0;
            }
            double[] amount = new double[1];
            current.addTo(own, neuron, 1, amount, 0, 0);
            return amount[0];
        }

        private PotentialParts back() {
            // Before the first spike no reset or refractory period acts.
            AffineMap usual = ticks[0];
            double[] sensitivity = new double[usual.variables()];
            sensitivity[0] = 1;
            EventPart[] parts = events.toArray(EventPart[]::new);
            double[] ofCurrents = new double[currents.size()];
            double drive = 0;
            double ownSpikes = 0;
            int event = parts.length - 1;
            int i = ticks.length - 1;
            for (; i >= 0 && !isZero(sensitivity); i--) {
                long tick = first + i;
                AffineMap map = ticks[i];
                for (; event >= 0 && parts[event].arrivalTick() == tick; event--) {
                    EventPart part = parts[event];
                    double response = map.ofInput(sensitivity, channel(part.weight()));
                    parts[event] = new EventPart(part.synapse(), part.firedTick(), part.weight(), response);
                }
                for (int k = 0; k < ofCurrents.length; k++) {
                    double flowing = flowing(currents.get(k), tick);
                    ofCurrents[k] += flowing * map.ofInput(sensitivity, channel(flowing));
                }
                double usually = usual.ofConstant(sensitivity);
                drive += usually;
                ownSpikes += map.ofConstant(sensitivity) - usually;
                sensitivity = map.back(sensitivity);
                if (i > 0 && spikes[i - 1] != null) {
                    ownSpikes += spikes[i - 1].ofConstant(sensitivity);
                    sensitivity = spikes[i - 1].back(sensitivity);
                }
            }
            double initial = 0;
            double[] start = maps.start();
            for (int variable = 0; variable < start.length; variable++) {
                initial += sensitivity[variable] * start[variable];
            }
            List<Double> amounts = Arrays.stream(ofCurrents).boxed().toList();
            return new PotentialParts(
                    last, potential, level, initial, drive, ownSpikes, amounts, List.of(parts), first + i + 1);
        }

        private static boolean isZero(double[] values) {
            for (double value : values) {
                if (value != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
