package ganglion.api;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The spikes of a population as arrays, in order of time, of a tick in order of neurons. Immutable and thread safe; arrays are copies.
 *
 * @param population name of the population
 * @param raster its spikes, as the engine holds them
 * @param clock of the run
 * @param runTicks length of the run
 */
@API(status = Status.STABLE, since = "0.2")
public record SpikeData(String population, SpikeRaster raster, Clock clock, long runTicks) {

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
        return IntStream.range(0, count()).mapToLong(raster::tick).toArray();
    }

    /** The time of each spike in seconds from the start of the run. */
    public double[] seconds() {
        return Arrays.stream(ticks()).mapToDouble(clock::seconds).toArray();
    }

    /** The neuron of each spike, from 0. */
    public int[] neurons() {
        return IntStream.range(0, count()).map(raster::neuron).toArray();
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

    @Override
    public String toString() {
        return population + ": " + count() + " spikes of " + neuronCount() + " neurons";
    }
}
