package ganglion.live.session;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.run.LiveTick;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The spikes of a second of sound. Not thread safe. */
final class RateMeter {

    /** A neuron that fires at more of the ticks is saturated. */
    private static final double SATURATED_SHARE = 0.9;

    private final Network network;
    private final double tickSeconds;
    private final Set<String> behindNumbers;
    private List<SpikeRaster.Builder> spikes;
    private long ticks;
    private boolean numbersCame;

    /** @param behindNumbers names of the populations into which the ear's numbers flow; empty if it gives spikes */
    RateMeter(Network network, double tickSeconds, Set<String> behindNumbers) {
        this.network = network;
        this.behindNumbers = Set.copyOf(behindNumbers);
        this.tickSeconds = tickSeconds;
        restart();
    }

    /** Forgets what was taken in. */
    void restart() {
        ticks = 0;
        numbersCame = false;
        spikes = new ArrayList<>();
        network.populations().forEach(population -> spikes.add(SpikeRaster.builder(population.size())));
    }

    /** Takes in the next tick. */
    void take(LiveTick tick) {
        for (int i = 0; i < tick.count(); i++) {
            int population = tick.population(i);
            spikes.get(population).add(ticks, tick.neuron(i) - network.firstNeuron(population));
        }
        numbersCame |= !behindNumbers.isEmpty() && isAnyAboveZero(tick.numbers());
        ticks++;
    }

    private static boolean isAnyAboveZero(float[] numbers) {
        for (float number : numbers) {
            if (number > 0) {
                return true;
            }
        }
        return false;
    }

    long ticks() {
        return ticks;
    }

    /** The spikes since the restart, by population, in ticks from then. */
    List<SpikeRaster> rasters() {
        return spikes.stream().map(SpikeRaster.Builder::build).toList();
    }

    /** How each population fired. */
    List<PopulationRate> rates(List<SpikeRaster> rasters) {
        List<PopulationRate> rates = new ArrayList<>();
        for (int p = 0; p < rasters.size(); p++) {
            SpikeRaster raster = rasters.get(p);
            int saturated = 0;
            for (int count : raster.countsByNeuron(0, ticks)) {
                saturated += count > SATURATED_SHARE * ticks ? 1 : 0;
            }
            double hertz = raster.size() / (ticks * tickSeconds * raster.neuronCount());
            rates.add(new PopulationRate(
                    network.population(p).name(), hertz, raster.size() == 0 && isReached(p, rasters), saturated));
        }
        return rates;
    }

    /** Whether a population that ends in this one fired, or numbers above 0 flowed into it. */
    private boolean isReached(int population, List<SpikeRaster> rasters) {
        Population target = network.population(population);
        if (numbersCame && behindNumbers.contains(target.name())) {
            return true;
        }
        for (Projection projection : network.projections()) {
            if (projection.target().equals(target.name())
                    && rasters.get(network.index(projection.source())).size() > 0) {
                return true;
            }
        }
        return false;
    }
}
