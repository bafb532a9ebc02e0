package ganglion.api;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The spikes of a population in order of time, those of a tick by neuron. Immutable and thread safe; arrays are copies. */
@API(status = Status.STABLE, since = "0.2")
public final class SpikeData {

    private final String population;
    private final SpikeRaster raster;
    private final Clock clock;
    private final long runTicks;

    SpikeData(String population, SpikeRaster raster, Clock clock, long runTicks) {
        this.population = population;
        this.raster = raster;
        this.clock = clock;
        this.runTicks = runTicks;
    }

    /** Name of the population. */
    public String population() {
        return population;
    }

    /** Number of neurons of the population. */
    public int neuronCount() {
        return raster.neuronCount();
    }

    /** Number of spikes. */
    public int count() {
        return raster.size();
    }

    /** The tick of each spike, from 0. */
    public long[] ticks() {
        long[] ticks = new long[raster.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = raster.tick(i);
        }
        return ticks;
    }

    /** The time of each spike in seconds from the start of the run. */
    public double[] seconds() {
        double[] seconds = new double[raster.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = clock.seconds(raster.tick(i));
        }
        return seconds;
    }

    /** The neuron of each spike, from 0. */
    public int[] neurons() {
        int[] neurons = new int[raster.size()];
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = raster.neuron(i);
        }
        return neurons;
    }

    /** Number of spikes of each neuron. */
    public int[] counts() {
        return raster.countsByNeuron(0, Long.MAX_VALUE);
    }

    /** Mean firing rate of each neuron over the whole run, in hertz; 0 for a run without ticks. */
    public double[] rates() {
        return Arrays.stream(counts()).mapToDouble(this::rate).toArray();
    }

    /** Mean firing rate of a neuron over the whole run and all neurons, in hertz; 0 for a run without ticks. */
    public double meanRate() {
        return rate(count()) / neuronCount();
    }

    private double rate(int spikes) {
        return runTicks == 0 ? 0 : spikes / clock.seconds(runTicks);
    }

    /**
     * Times of one neuron's spikes in seconds.
     *
     * @throws InvalidInputException if there is no such neuron
     */
    public double[] secondsOf(int neuron) {
        InvalidInputException.index(neuron, neuronCount(), "neuron");
        double[] times = new double[raster.size()];
        int found = 0;
        for (int i = 0; i < times.length; i++) {
            if (raster.neuron(i) == neuron) {
                times[found++] = clock.seconds(raster.tick(i));
            }
        }
        return Arrays.copyOf(times, found);
    }

    /** Whether the other has the same spikes of as many neurons, at ticks of the same length. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SpikeData that
                && population.equals(that.population)
                && clock.equals(that.clock)
                && raster.equals(that.raster);
    }

    @Override
    public int hashCode() {
        return 31 * population.hashCode() + raster.hashCode();
    }

    @Override
    public String toString() {
        return population + ": " + count() + " spikes of " + neuronCount() + " neurons";
    }
}
