package ganglion.learning.eventprop.grid;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.eventprop.EventLayer;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
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
        TickArrivals forward = new TickArrivals(layer.input(), clock, ticks);
        TickArrivals among = layer.recurrent()
                .map(synapses -> new TickArrivals(synapses, clock, ticks))
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
        TickArrivals forward = new TickArrivals(out.input(), clock, ticks);
        TickNeurons neurons = new TickNeurons(out.dynamics(), out.input().targets(), clock);
        boolean highest = out.measure() == EventReadOut.Measure.MAXIMUM;
        double[] found = new double[out.input().targets()];
        int next = 0;
        for (int t = 0; t < ticks; t++) {
            for (; next < input.size() && input.tick(next) == t; next++) {
                forward.send(t, input.neuron(next));
            }
            forward.deliver(t, neurons.arriving());
            neurons.advance();
            for (int c = 0; c < found.length; c++) {
                double potential = neurons.potentials()[c];
                found[c] = highest ? Math.max(found[c], potential) : found[c] + potential;
            }
        }
        for (int c = 0; c < found.length; c++) {
            found[c] /= highest ? 1 : ticks;
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
}
