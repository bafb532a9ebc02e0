package ganglion.hardware.cost;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * A recorded run.
 *
 * @param given the network as it was given, by which it fits a chip or does not
 * @param network the network that ran: the given one, or what a chip would compute in its place
 * @param spikes spikes of each population, by population index, inputs included
 * @param ticks length of the run; spikes from this tick on are not counted
 * @param clock length of a tick
 * @param numbers what flows into populations as numbers in these ticks
 */
public record Workload(
        Network given, Network network, List<SpikeRaster> spikes, long ticks, Clock clock, List<NumberInput> numbers) {

    /**
     * @throws IllegalArgumentException if there is not one raster of the right size for each population, or no tick, or numbers
     *     flow into no population of the network or after the last tick
     */
    public Workload {
        Objects.requireNonNull(clock, "clock");
        spikes = List.copyOf(spikes);
        if (spikes.size() != network.populations().size()) {
            throw new IllegalArgumentException("found " + spikes.size() + " rasters, expected one for each of the "
                    + network.populations().size() + " populations");
        }
        for (int p = 0; p < spikes.size(); p++) {
            int size = network.population(p).size();
            if (spikes.get(p).neuronCount() != size) {
                throw new IllegalArgumentException(
                        "found a raster of " + spikes.get(p).neuronCount()
                                + " neurons, expected " + size + " as in population "
                                + network.population(p).name());
            }
        }
        if (ticks < 1) {
            throw new IllegalArgumentException("a run lasts at least one tick, not " + ticks);
        }
        numbers = List.copyOf(numbers);
        for (NumberInput input : numbers) {
            int size = network.population(network.index(input.target())).size();
            if (input.targets() != size || input.frames() > ticks || input.effectiveAt().length > ticks) {
                throw new IllegalArgumentException("found " + input.frames() + " frames of numbers into "
                        + input.targets() + " neurons, expected at most " + ticks + " into the " + size + " of "
                        + input.target());
            }
        }
    }

    /** A run of a network as it was given. */
    public Workload(Network network, List<SpikeRaster> spikes, long ticks, Clock clock, List<NumberInput> numbers) {
        this(network, network, spikes, ticks, clock, numbers);
    }

    /** A run whose inputs are spikes. */
    public Workload(Network network, List<SpikeRaster> spikes, long ticks, Clock clock) {
        this(network, spikes, ticks, clock, List.of());
    }

    /** Spikes of each neuron in the run, by network-wide number, inputs included. */
    public long[] spikesByNeuron() {
        long[] counts = new long[network.neuronCount()];
        for (int p = 0; p < spikes.size(); p++) {
            int[] ofPopulation = spikes.get(p).countsByNeuron(0, ticks);
            for (int neuron = 0; neuron < ofPopulation.length; neuron++) {
                counts[network.firstNeuron(p) + neuron] = ofPopulation[neuron];
            }
        }
        return counts;
    }
}
