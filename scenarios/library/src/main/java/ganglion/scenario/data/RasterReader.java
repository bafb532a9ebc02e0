package ganglion.scenario.data;

import ganglion.kernel.event.SpikeRaster;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@link RasterFile}. */
final class RasterReader {

    private static final int MOST_SPIKES = 100_000_000;
    private static final int MOST_NEURONS = 100_000_000;

    private final CsvLines lines;
    private final Map<String, SpikeRaster.Builder> builders = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    private RasterReader(CsvLines lines) {
        this.lines = lines;
    }

    static RasterFile read(Path file) throws DataFileException {
        try (CsvLines lines = new CsvLines(file)) {
            return new RasterReader(lines).read();
        }
    }

    private RasterFile read() throws DataFileException {
        List<String> header = Header.read(
                lines,
                String.join(",", RasterFile.HEADER),
                List.of(RasterFile.HEADER, RasterFile.HEADER_WITHOUT_TIMES));
        String format = comment("format");
        if (!format.equals(RasterFile.FORMAT)) {
            throw new DataFileException(
                    "found the format \"" + Numbers.shorten(format) + "\", expected " + RasterFile.FORMAT);
        }
        double tickSeconds = Numbers.decimal(comment("tick-seconds"), lines);
        long ticks = Numbers.whole(comment("ticks"), "ticks", lines);
        for (String comment : lines.leadingComments()) {
            if (comment.startsWith("population:")) {
                addPopulation(comment.substring("population:".length()).strip());
            }
        }
        readSpikes(header);
        return new RasterFile(tickSeconds, ticks, build());
    }

    private String comment(String key) throws DataFileException {
        Optional<String> found = lines.leadingComments().stream()
                .filter(comment -> comment.startsWith(key + ":"))
                .findFirst();
        return found.orElseThrow(() -> new DataFileException("found no line \"# " + key + ": ...\" above the header"))
                .substring(key.length() + 1)
                .strip();
    }

    private void addPopulation(String nameAndSize) throws DataFileException {
        int space = nameAndSize.lastIndexOf(' ');
        if (space < 0) {
            throw new DataFileException("found \"# population: " + Numbers.shorten(nameAndSize)
                    + "\", expected a name and the number of its neurons");
        }
        String name = nameAndSize.substring(0, space).strip();
        int size = Numbers.index(nameAndSize.substring(space + 1), MOST_NEURONS, "number of neurons", lines);
        if (builders.put(name, SpikeRaster.builder(size)) != null) {
            throw new DataFileException("names population " + name + " twice");
        }
        sizes.put(name, size);
    }

    private void readSpikes(List<String> header) throws DataFileException {
        int count = 0;
        int tickColumn = header.indexOf("tick");
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (count++ == MOST_SPIKES) {
                throw lines.problem("found more than " + MOST_SPIKES + " spikes");
            }
            String[] fields = Header.fields(line, header, lines);
            String name = fields[tickColumn + 1].strip();
            SpikeRaster.Builder builder = builders.get(name);
            if (builder == null) {
                throw lines.problem("found population \"" + Numbers.shorten(name)
                        + "\", which no line \"# population: ...\" announces");
            }
            int neuron = Numbers.index(fields[tickColumn + 2], sizes.get(name), "neuron", lines);
            builder.add(Numbers.whole(fields[tickColumn], "tick", lines), neuron);
        }
    }

    private Map<String, SpikeRaster> build() throws DataFileException {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        for (Map.Entry<String, SpikeRaster.Builder> entry : builders.entrySet()) {
            try {
                rasters.put(entry.getKey(), entry.getValue().build());
            } catch (IllegalArgumentException e) {
                throw new DataFileException("population " + entry.getKey() + ": " + e.getMessage(), e);
            }
        }
        return rasters;
    }
}
