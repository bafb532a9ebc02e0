package ganglion.report.spikes;

import ganglion.documents.output.Checksum;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The spikes that a scenario records, by population in the order of the network.
 *
 * @param clock length of a tick
 * @param ticks how long the run lasts
 * @param populations recorded populations, silent ones included
 * @param body file with the rows of spikes.csv if spikes were streamed to disk: the rasters are empty then
 */
public record RecordedSpikes(Clock clock, long ticks, List<PopulationSpikes> populations, Optional<Path> body) {

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

    /** Spikes that are in memory. */
    public RecordedSpikes(Clock clock, long ticks, List<PopulationSpikes> populations) {
        this(clock, ticks, populations, Optional.empty());
    }

    /** The recorded spikes of a run. */
    public static RecordedSpikes of(ScenarioRun run) {
        Set<String> kept = new HashSet<>(run.scenario().recording().spikes());
        List<PopulationSpikes> populations = new ArrayList<>();
        for (int p = 0; p < run.network().populations().size(); p++) {
            Population population = run.network().population(p);
            if (kept.contains(population.name())) {
                int[] neurons = run.scenario().recording().neurons().get(population.name());
                SpikeRaster all = run.result().spikes().get(p);
                populations.add(new PopulationSpikes(population.name(), neurons == null ? all : only(neurons, all)));
            }
        }
        Optional<Path> body = run.recorded()
                .filter(Recorded::streamed)
                .map(recorded -> recorded.folder().resolve(Recorded.SPIKES));
        return new RecordedSpikes(run.clock(), run.ranTicks(), populations, body);
    }

    /** @param neurons in ascending order */
    private static SpikeRaster only(int[] neurons, SpikeRaster all) {
        SpikeRaster.Builder kept = SpikeRaster.builder(all.neuronCount());
        for (int i = 0; i < all.size(); i++) {
            if (Arrays.binarySearch(neurons, all.neuron(i)) >= 0) {
                kept.add(all.tick(i), all.neuron(i));
            }
        }
        return kept.build();
    }

    /** The spikes in memory, for drawing; none if they were streamed. */
    public RecordedSpikes inMemory() {
        return body.isEmpty() ? this : new RecordedSpikes(clock, ticks, List.of());
    }

    /** The same as the content of a raster file. */
    public RasterFile rasterFile() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        populations.forEach(kept -> rasters.put(kept.population(), kept.raster()));
        return new RasterFile(clock.tickSeconds(), ticks, rasters);
    }

    /**
     * The spikes by population; those that were streamed to disk are read back from spikes.csv.
     *
     * @param directory where spikes.csv is
     * @param file name of the file that they are for, for the message if there are too many
     */
    Map<String, SpikeRaster> rasters(Path directory, String file) throws IOException {
        if (body.isEmpty()) {
            return rasterFile().rasters();
        }
        try {
            return RasterFile.read(directory.resolve("spikes.csv")).rasters();
        } catch (TableException e) {
            throw new IOException(file + " cannot be written: spikes.csv " + e.getMessage(), e);
        }
    }

    /** Number of spikes, which is the number of rows of spikes.csv. */
    public long count() {
        if (body.isPresent()) {
            return rows(body.get());
        }
        return populations.stream()
                .mapToLong(population -> population.raster().size())
                .sum();
    }

    private static long rows(Path file) {
        try (Stream<String> rows = Files.lines(file)) {
            return rows.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The raster hash: SHA-256 of spikes.csv, in hexadecimal. Equal hashes mean equal spikes, and {@code sha256sum} can
     * check them.
     */
    public String hash() {
        try {
            return Checksum.of(out -> SpikesCsv.write(this, out));
        } catch (IOException e) {
            throw new UncheckedIOException("a digest does not fail", e);
        }
    }
}
