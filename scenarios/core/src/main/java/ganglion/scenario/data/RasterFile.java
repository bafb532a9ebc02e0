package ganglion.scenario.data;

import ganglion.documents.table.ColumnHeader;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.NumberText;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.RepeatedSpikeException;
import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spikes of several populations in one CSV file, exact to the tick: what a run leaves behind, and what a golden raster is.
 *
 * <pre>
 *   # format: ganglion-raster 1
 *   # tick-seconds: 0.002
 *   # ticks: 1000
 *   # population: out 12
 *   time_s,tick,population,neuron
 *   0.082,41,out,3
 * </pre>
 *
 * The comments tell a raster of another network, clock or duration from one that differs in its spikes. Spikes are sorted
 * by tick, by the population's place in the network and by neuron; times are exact decimals. The time is for readers and
 * plotting tools, the tick counts, and a file made by hand may go without the column of times.
 *
 * @param tickSeconds length of a tick
 * @param ticks how long the run lasted
 * @param rasters spikes by population, in the order of the file
 */
public record RasterFile(double tickSeconds, long ticks, Map<String, SpikeRaster> rasters) {

    static final String FORMAT = "ganglion-raster 1";

    /** Bytes at the start of a file in which the comment with the format is looked for. */
    private static final int START_BYTES = 4096;

    static final List<String> HEADER = List.of("time_s", "tick", "population", "neuron");

    static final List<String> HEADER_WITHOUT_TIMES = HEADER.subList(1, HEADER.size());

    public RasterFile {
        rasters = Collections.unmodifiableMap(new LinkedHashMap<>(rasters));
    }

    /**
     * Whether a file begins as a raster does, of whatever version, so that it may be replaced by another.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isBegun(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START_BYTES);
        }
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .anyMatch(line -> line.matches("# *format: ganglion-raster.*"));
    }

    /** @throws TableException if the file cannot be read, or is not a raster */
    public static RasterFile read(Path file) throws TableException {
        return RasterLines.read(file);
    }

    /** Reads a {@link RasterFile}. */
    private static final class RasterLines {

        private static final int MOST_SPIKES = 100_000_000;
        private static final int MOST_NEURONS = 100_000_000;

        private final CsvLines lines;
        private final Map<String, SpikeRaster.Builder> builders = new LinkedHashMap<>();
        private final Map<String, Integer> sizes = new LinkedHashMap<>();

        private RasterLines(CsvLines lines) {
            this.lines = lines;
        }

        static RasterFile read(Path file) throws TableException {
            try (CsvLines lines = new CsvLines(file)) {
                return new RasterLines(lines).read();
            }
        }

        private RasterFile read() throws TableException {
            List<String> header = ColumnHeader.read(
                    lines,
                    String.join(",", RasterFile.HEADER),
                    List.of(RasterFile.HEADER, RasterFile.HEADER_WITHOUT_TIMES));
            String format = comment("format");
            if (!format.equals(RasterFile.FORMAT)) {
                throw new TableException(
                        "found the format \"" + NumberText.shorten(format) + "\", expected " + RasterFile.FORMAT);
            }
            double tickSeconds = NumberText.decimal(comment("tick-seconds"), lines);
            long ticks = NumberText.whole(comment("ticks"), "ticks", lines);
            for (String comment : lines.leadingComments()) {
                if (comment.startsWith("population:")) {
                    addPopulation(comment.substring("population:".length()).strip());
                }
            }
            readSpikes(header, ticks);
            return new RasterFile(tickSeconds, ticks, build());
        }

        private String comment(String key) throws TableException {
            Optional<String> found = lines.leadingComments().stream()
                    .filter(comment -> comment.startsWith(key + ":"))
                    .findFirst();
            return found.orElseThrow(() -> new TableException("found no line \"# " + key + ": ...\" above the header"))
                    .substring(key.length() + 1)
                    .strip();
        }

        private void addPopulation(String nameAndSize) throws TableException {
            int space = nameAndSize.lastIndexOf(' ');
            if (space < 0) {
                throw new TableException("found \"# population: " + NumberText.shorten(nameAndSize)
                        + "\", expected a name and the number of its neurons");
            }
            String name = nameAndSize.substring(0, space).strip();
            int size = NumberText.index(nameAndSize.substring(space + 1), MOST_NEURONS, "number of neurons", lines);
            if (builders.put(name, SpikeRaster.builder(size)) != null) {
                throw new TableException("names population " + name + " twice");
            }
            sizes.put(name, size);
        }

        private void readSpikes(List<String> header, long ticks) throws TableException {
            int count = 0;
            int tickColumn = header.indexOf("tick");
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (count++ == MOST_SPIKES) {
                    throw lines.problem("found more than " + MOST_SPIKES + " spikes");
                }
                String[] fields = ColumnHeader.fields(line, header, lines);
                String name = fields[tickColumn + 1].strip();
                SpikeRaster.Builder builder = builders.get(name);
                if (builder == null) {
                    throw lines.problem("found population \"" + NumberText.shorten(name)
                            + "\", which no line \"# population: ...\" announces");
                }
                int neuron = NumberText.index(fields[tickColumn + 2], sizes.get(name), "neuron", lines);
                long tick = NumberText.whole(fields[tickColumn], "tick", lines);
                if (tick >= ticks) {
                    throw lines.problem("found tick " + tick + " of a run of " + ticks + " ticks");
                }
                builder.add(tick, neuron);
            }
        }

        private Map<String, SpikeRaster> build() throws TableException {
            Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
            for (Map.Entry<String, SpikeRaster.Builder> entry : builders.entrySet()) {
                try {
                    rasters.put(entry.getKey(), entry.getValue().build());
                } catch (RepeatedSpikeException e) {
                    throw new TableException("population " + entry.getKey() + ": " + e.getMessage(), e);
                }
            }
            return rasters;
        }
    }
}
