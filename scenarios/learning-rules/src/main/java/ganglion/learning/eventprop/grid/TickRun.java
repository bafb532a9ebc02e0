package ganglion.learning.eventprop.grid;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a network does for a sample on a grid of ticks, by a plain loop over the equations that {@link GridNetwork} hands to the simulator.
 * Both fire the same spikes.
 */
public final class TickRun {

    private final TickClock clock;
    private final int ticks;
    private final SpikeRaster input;
    private final List<SpikeRaster> layers = new ArrayList<>();
    private final double[] readOut;

    private TickRun(EventNetwork network, TickClock clock, TimedSpikes input, int ticks) {
        this.clock = clock;
        this.ticks = ticks;
        this.input = clock.raster(input, network.inputs());
        SpikeRaster spikes = this.input;
        for (EventLayer layer : network.layers()) {
            spikes = run(layer, spikes);
            layers.add(spikes);
        }
        SpikeRaster last = spikes;
        this.readOut = network.readOut().map(out -> run(out, last)).orElse(new double[0]);
    }

    /**
     * Runs a network from rest.
     *
     * @param ticksPerStep ticks to a step of the sample, at least 1
     * @param steps of the sample, at least 1; it runs for all their ticks
     * @throws ArithmeticException if there are more ticks than a whole number can count
     */
    public static TickRun of(EventNetwork network, int ticksPerStep, TimedSpikes input, int steps) {
        return new TickRun(network, new TickClock(ticksPerStep), input, Math.multiplyExact(steps, ticksPerStep));
    }

    private SpikeRaster run(EventLayer layer, SpikeRaster input) {
        TickArrivals forward = new TickArrivals(layer.input(), clock);
        TickArrivals among = layer.recurrent()
                .map(synapses -> new TickArrivals(synapses, clock))
                .orElse(null);
        TickNeurons neurons = new TickNeurons(layer.dynamics(), layer.size(), clock);
        SpikeRaster.Builder spikes = SpikeRaster.builder(layer.size());
        int next = 0;
        for (int t = 0; t < ticks; t++) {
            for (; next < input.size() && input.tick(next) == t; next++) {
                forward.send(t, input.neuron(next));
            }
            forward.deliver(t, neurons.arriving());
            if (among != null) {
                among.deliver(t, neurons.arriving());
            }
            neurons.advance();
            double[] potentials = neurons.potentials();
            for (int j = 0; j < potentials.length; j++) {
                if (potentials[j] >= layer.threshold()) {
                    potentials[j] = 0;
                    spikes.add(t, j);
                    if (among != null) {
                        among.send(t, j);
                    }
                }
            }
        }
        return spikes.build();
    }

    private double[] run(EventReadOut out, SpikeRaster input) {
        TickArrivals forward = new TickArrivals(out.input(), clock);
        TickNeurons neurons = new TickNeurons(out.dynamics(), out.input().targets(), clock);
        double[] found = new double[out.input().targets()];
        int next = 0;
        for (int t = 0; t < ticks; t++) {
            for (; next < input.size() && input.tick(next) == t; next++) {
                forward.send(t, input.neuron(next));
            }
            forward.deliver(t, neurons.arriving());
            neurons.advance();
            for (int c = 0; c < found.length; c++) {
                found[c] += neurons.potentials()[c];
            }
        }
        for (int c = 0; c < found.length; c++) {
            found[c] /= ticks;
        }
        return found;
    }

    /** Number of ticks. */
    public int ticks() {
        return ticks;
    }

    /** The spikes of the inputs. */
    public SpikeRaster input() {
        return input;
    }

    /** The spikes of each layer. */
    public List<SpikeRaster> layers() {
        return layers;
    }

    /**
     * What speaks for each class: what is read out, or how many ticks before the end a neuron of the last layer fires first; 0 if it does
     * not.
     */
    public double[] scores() {
        if (readOut.length > 0) {
            return readOut.clone();
        }
        SpikeRaster last = layers.get(layers.size() - 1);
        double[] scores = new double[last.neuronCount()];
        for (int k = 0; k < last.size(); k++) {
            scores[last.neuron(k)] = Math.max(scores[last.neuron(k)], ticks - last.tick(k));
        }
        return scores;
    }

    /** Spikes on their way through the synapses of a connection, by the tick of their arrival. For one use. */
    private static final class TickArrivals {

        private final DelayedSynapses synapses;
        private final int delay;

        /** All spikes so far with the ticks of their arrival, which ascend. */
        private final TimedSpikes sent = new TimedSpikes();

        private int next;

        TickArrivals(DelayedSynapses synapses, TickClock clock) {
            this.synapses = synapses;
            this.delay = clock.ticksOf(synapses.delay());
        }

        /** Lets a source fire. */
        void send(int tick, int source) {
            sent.add((double) tick + delay, source);
        }

        /** Adds the weights that arrive at a tick, each tick once, in ascending order. */
        void deliver(int tick, double[] into) {
            for (; next < sent.size() && sent.time(next) == tick; next++) {
                double[] row = synapses.row(sent.neuron(next));
                for (int j = 0; j < row.length; j++) {
                    into[j] += row[j];
                }
            }
        }
    }

    /** Potentials and currents of the neurons of a layer, tick after tick. For one use. */
    static final class TickNeurons {

        private final double membraneDecay;
        private final double currentDecay;
        private final double gain;
        private final double[] potentials;
        private final double[] currents;
        private final double[] arriving;

        TickNeurons(ExponentialDynamics dynamics, int size, TickClock clock) {
            SynapticCurrent exact = current(dynamics, clock);
            this.membraneDecay = membraneDecay(dynamics, clock);
            this.currentDecay = exact.decay().at(0);
            this.gain = exact.gain().at(0);
            this.potentials = new double[size];
            this.currents = new double[size];
            this.arriving = new double[size];
        }

        /** With the membrane's time constant for a capacitance, weights are in the unit of the potential. */
        static SynapticCurrent current(ExponentialDynamics dynamics, TickClock clock) {
            return SynapticCurrent.exact(dynamics.synapse(), dynamics.membrane(), dynamics.membrane(), clock.tick());
        }

        static double membraneDecay(ExponentialDynamics dynamics, TickClock clock) {
            return StrictMath.exp(-clock.tick() / dynamics.membrane());
        }

        /** The potentials, which a tick changes. */
        double[] potentials() {
            return potentials;
        }

        /** Where the weights that arrive at a tick are added; cleared by {@link #advance}. */
        double[] arriving() {
            return arriving;
        }

        /** A tick: potentials first, then the currents, with what arrives. */
        void advance() {
            for (int j = 0; j < potentials.length; j++) {
                potentials[j] = potentials[j] * membraneDecay + gain * currents[j];
                currents[j] = currents[j] * currentDecay + arriving[j];
            }
            Arrays.fill(arriving, 0);
        }
    }
}
