package ganglion.scenario.expect;

import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.result.ExpectationOutcome.RasterDivergence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first difference between the spikes of a run and of another raster, in the populations of that raster.
 *
 * @param text human-readable description
 * @param place the first spike that differs; absent if the rasters cannot come from the same network
 */
public record RasterDifference(String text, Optional<RasterDivergence> place) {

    static RasterDifference ofFrame(String text) {
        return new RasterDifference(text, Optional.empty());
    }

    /** All spikes of a run as a raster file would hold them. */
    public static RasterFile raster(Clock clock, SimulationResult result) {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        List<Population> populations = result.network().populations();
        for (int i = 0; i < populations.size(); i++) {
            rasters.put(populations.get(i).name(), result.spikes().get(i));
        }
        return new RasterFile(clock.tickSeconds(), result.ticks(), rasters);
    }

    /**
     * Where a raster diverges from another: in clock, duration or populations, or at a spike. Absent if nowhere.
     *
     * @param other name of the other in messages: {@code the golden raster}
     */
    public static Optional<RasterDifference> between(RasterFile found, RasterFile wanted, String other) {
        return frameDifference(found, wanted, other)
                .map(RasterDifference::ofFrame)
                .or(() -> wanted.rasters().entrySet().stream()
                        .filter(entry -> !found.rasters().get(entry.getKey()).equals(entry.getValue()))
                        .map(entry -> between(
                                entry.getKey(), found, found.rasters().get(entry.getKey()), entry.getValue(), other))
                        .findFirst());
    }

    /** Why two rasters cannot have the same network, clock and duration; absent if they can. */
    static Optional<String> frameDifference(RasterFile found, RasterFile wanted, String other) {
        if (found.tickSeconds() != wanted.tickSeconds()) {
            return Optional.of("a tick of " + Wording.time(found.tickSeconds()) + ", " + other + " has "
                    + Wording.time(wanted.tickSeconds()));
        }
        if (found.ticks() != wanted.ticks()) {
            return Optional.of(found.ticks() + " ticks, " + other + " has " + wanted.ticks());
        }
        return wanted.rasters().entrySet().stream()
                .flatMap(entry -> {
                    SpikeRaster own = found.rasters().get(entry.getKey());
                    return populationDifference(entry.getKey(), own, entry.getValue(), other).stream();
                })
                .findFirst();
    }

    private static Optional<String> populationDifference(
            String name, SpikeRaster found, SpikeRaster wanted, String other) {
        if (found == null) {
            return Optional.of("no population " + name + ", which " + other + " has");
        }
        return found.neuronCount() == wanted.neuronCount()
                ? Optional.empty()
                : Optional.of(
                        found.neuronCount() + " neurons in " + name + ", " + other + " has " + wanted.neuronCount());
    }

    private static RasterDifference between(
            String name, RasterFile run, SpikeRaster found, SpikeRaster wanted, String other) {
        int shorter = Math.min(found.size(), wanted.size());
        int i = 0;
        while (i < shorter && found.tick(i) == wanted.tick(i) && found.neuron(i) == wanted.neuron(i)) {
            i++;
        }
        boolean extra = i == wanted.size() || i < found.size() && isBefore(found, wanted, i);
        SpikeRaster odd = extra ? found : wanted;
        String text = (extra ? "a spike too many" : "a spike missing") + " in " + name + " at tick " + odd.tick(i)
                + " (" + Wording.time(odd.tick(i) * run.tickSeconds()) + "), neuron " + odd.neuron(i) + " ("
                + found.size() + " spikes, " + other + " has " + wanted.size()
                + ")";
        return new RasterDifference(text, Optional.of(new RasterDivergence(name, odd.tick(i), odd.neuron(i))));
    }

    private static boolean isBefore(SpikeRaster found, SpikeRaster wanted, int i) {
        return found.tick(i) != wanted.tick(i) ? found.tick(i) < wanted.tick(i) : found.neuron(i) < wanted.neuron(i);
    }
}
