package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.Arrays;

/**
 * Runs a layer whose synapses may each have a delay of their own: arrival after arrival, and for each neuron the time at which it is
 * going to fire if nothing else reaches it. For one use.
 */
final class SynapseLayerRun {

    private final EventLayer layer;
    private final ExponentialDynamics dynamics;
    private final ThresholdCrossing crossing;
    private final double[] potentials;
    private final double[] currents;
    private final double[] since;
    private final SoonestNeuron soonest;
    private final ArrivalQueue arrivals = new ArrivalQueue();
    private final LayerTrace trace = new LayerTrace();

    private SynapseLayerRun(EventLayer layer) {
        this.layer = layer;
        this.dynamics = layer.dynamics();
        this.crossing = new ThresholdCrossing(dynamics, layer.threshold());
        this.potentials = new double[layer.size()];
        this.currents = new double[layer.size()];
        this.since = new double[layer.size()];
        this.soonest = new SoonestNeuron(layer.size());
    }

    /** The spikes of a layer up to a time. */
    static LayerTrace run(EventLayer layer, TimedSpikes input, double duration) {
        return new SynapseLayerRun(layer).run(input, duration);
    }

    private LayerTrace run(TimedSpikes input, double duration) {
        int next = 0;
        while (true) {
            double soon = Math.min(soonest.time(), arrivals.nextTime());
            if (next < input.size() && input.time(next) <= soon) {
                arrivals.add(layer.input(), input.time(next), input.neuron(next));
                next++;
            } else if (soon > duration) {
                return trace;
            } else if (soonest.time() <= arrivals.nextTime()) {
                fire(soonest.neuron(), soonest.time());
            } else {
                arrive(arrivals.nextTime());
            }
        }
    }

    private void fire(int neuron, double time) {
        advance(neuron, time);
        trace.add(time, neuron, dynamics.slope(layer.threshold(), currents[neuron]));
        potentials[neuron] = 0;
        soonest.set(neuron, time + crossing.after(0, currents[neuron]));
        layer.recurrent().ifPresent(synapses -> arrivals.add(synapses, time, neuron));
    }

    private void arrive(double time) {
        DelayedSynapses through = arrivals.through();
        int synapse = arrivals.take();
        int neuron = synapse % through.targets();
        advance(neuron, time);
        currents[neuron] += through.weights()[synapse];
        soonest.set(neuron, time + crossing.after(potentials[neuron], currents[neuron]));
    }

    private void advance(int neuron, double time) {
        double elapsed = time - since[neuron];
        double m = dynamics.membraneDecay(elapsed);
        double s = dynamics.synapseDecay(elapsed, m);
        potentials[neuron] = potentials[neuron] * m + currents[neuron] * dynamics.gain() * (m - s);
        currents[neuron] *= s;
        since[neuron] = time;
    }

    /** Times when neurons are going to fire, as a tree of winners: the soonest is known, and a change takes the logarithm of their number. */
    static final class SoonestNeuron {

        private final int leaves;
        private final double[] times;
        private final int[] winners;

        SoonestNeuron(int neurons) {
            leaves = Math.max(2, Integer.highestOneBit(2 * neurons - 1));
            times = new double[leaves];
            winners = new int[2 * leaves];
            Arrays.fill(times, Double.POSITIVE_INFINITY);
            for (int i = 0; i < leaves; i++) {
                winners[leaves + i] = i;
            }
            for (int i = leaves - 1; i > 0; i--) {
                winners[i] = winners[2 * i];
            }
        }

        /** The neuron that fires next, the first of equals. */
        int neuron() {
            return winners[1];
        }

        /** When it does; infinite if none does. */
        double time() {
            return times[winners[1]];
        }

        void set(int neuron, double time) {
            times[neuron] = time;
            for (int i = (leaves + neuron) / 2; i > 0; i /= 2) {
                int left = winners[2 * i];
                int right = winners[2 * i + 1];
                winners[i] = times[right] < times[left] ? right : left;
            }
        }
    }

    /**
     * Spikes on their way through synapses with delays of their own, as a heap with one entry per spike that has not reached all its targets.
     * At equal times the spike that was added first comes first. Not thread safe.
     */
    static final class ArrivalQueue {

        private double[] next = new double[16];
        private int[] entries = new int[16];
        private int size;

        private DelayedSynapses[] synapses = new DelayedSynapses[16];
        private double[] times = new double[16];
        private int[] sources = new int[16];
        private int[] cursors = new int[16];
        private int added;

        /** When the next target is reached; infinite if there is none. */
        double nextTime() {
            return size == 0 ? Double.POSITIVE_INFINITY : next[0];
        }

        /** Adds a spike. */
        void add(DelayedSynapses through, double time, int source) {
            if (added == times.length) {
                times = Arrays.copyOf(times, 2 * added);
                sources = Arrays.copyOf(sources, 2 * added);
                cursors = Arrays.copyOf(cursors, 2 * added);
                synapses = Arrays.copyOf(synapses, 2 * added);
            }
            synapses[added] = through;
            times[added] = time;
            sources[added] = source;
            if (size == next.length) {
                next = Arrays.copyOf(next, 2 * size);
                entries = Arrays.copyOf(entries, 2 * size);
            }
            double arrival = time + through.delay(through.synapse(source, 0));
            int at = size++;
            while (at > 0 && isBefore(arrival, added, (at - 1) / 2)) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            next[at] = arrival;
            entries[at] = added++;
        }

        /** The synapses of the next arrival. */
        DelayedSynapses through() {
            return synapses[entries[0]];
        }

        /** The number of the spike of the next arrival, in the order in which spikes were added. */
        int spike() {
            return entries[0];
        }

        /** Takes the next arrival: the position of its synapse. */
        int take() {
            int entry = entries[0];
            DelayedSynapses through = synapses[entry];
            int synapse = through.synapse(sources[entry], cursors[entry]++);
            if (cursors[entry] < through.targets()) {
                sink(times[entry] + through.delay(through.synapse(sources[entry], cursors[entry])), entry);
            } else if (--size > 0) {
                sink(next[size], entries[size]);
            }
            return synapse;
        }

        private void sink(double arrival, int entry) {
            int at = 0;
            while (true) {
                int child = 2 * at + 1;
                if (child + 1 < size && isBefore(next[child + 1], entries[child + 1], child)) {
                    child++;
                }
                if (child >= size || isBefore(arrival, entry, child)) {
                    break;
                }
                move(child, at);
                at = child;
            }
            next[at] = arrival;
            entries[at] = entry;
        }

        private boolean isBefore(double arrival, int entry, int at) {
            return arrival < next[at] || arrival == next[at] && entry < entries[at];
        }

        private void move(int from, int to) {
            next[to] = next[from];
            entries[to] = entries[from];
        }
    }
}
