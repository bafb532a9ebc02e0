package ganglion.report.spikes;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import ganglion.report.files.Checksum;
import ganglion.scenario.ScenarioRun;
import ganglion.scenario.data.RasterFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spikes that a scenario asks to keep, by population in the order of the network.
 *
 * @param clock length of a tick
 * @param ticks how long the run lasts
 * @param populations populations whose spikes are kept, silent ones included
 */
public record RecordedSpikes(Clock clock, long ticks, List<PopulationSpikes> populations) {

    /**
     * Spikes of one population.
     *
     * @param population name
     * @param raster its spikes
     */
    public record PopulationSpikes(String population, SpikeRaster raster) {}

    public RecordedSpikes {
        populations = List.copyOf(populations);
    }

    /** What a run keeps. */
    public static RecordedSpikes of(ScenarioRun run) {
        Set<String> kept = new HashSet<>(run.scenario().recording().spikes());
        List<PopulationSpikes> populations = new ArrayList<>();
        for (int p = 0; p < run.network().populations().size(); p++) {
            Population population = run.network().populations().get(p);
            if (kept.contains(population.name())) {
                populations.add(new PopulationSpikes(
                        population.name(), run.result().spikes().get(p)));
            }
        }
        return new RecordedSpikes(run.clock(), run.ranTicks(), populations);
    }

    /** The same as the content of a raster file. */
    public RasterFile rasterFile() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        populations.forEach(kept -> rasters.put(kept.population(), kept.raster()));
        return new RasterFile(clock.tickSeconds(), ticks, rasters);
    }

    /** Number of spikes, which is the number of rows of spikes.csv. */
    public long count() {
        return populations.stream()
                .mapToLong(population -> population.raster().size())
                .sum();
    }

    /**
     * The raster hash: SHA-256 of spikes.csv, in hexadecimal. Equal hashes mean equal spikes, and {@code sha256sum} can
     * check it.
     */
    public String hash() {
        try {
            return Checksum.of(out -> SpikesCsv.write(this, out));
        } catch (IOException e) {
            throw new UncheckedIOException("a digest does not fail", e);
        }
    }
}
