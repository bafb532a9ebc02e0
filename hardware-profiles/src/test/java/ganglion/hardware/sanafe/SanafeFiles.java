package ganglion.hardware.sanafe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the reference runs. */
final class SanafeFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SanafeFiles() {}

    static JsonNode json(byte[] content) throws IOException {
        return JSON.readTree(content);
    }

    static byte[] resource(String name) throws IOException {
        try (var stream = SanafeFiles.class.getResourceAsStream("/ganglion/hardware/sanafe/" + name)) {
            return stream.readAllBytes();
        }
    }

    /** Rows of numbers by column, without the head; what is not a number is NaN. */
    static List<double[]> table(byte[] content) {
        List<double[]> rows = new ArrayList<>();
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n")) {
            if (Character.isDigit(line.charAt(0))) {
                String[] parts = line.split(",");
                double[] row = new double[parts.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = Double.parseDouble(parts[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Rasters by population, out of lines such as {@code hid.12,2}. */
    static List<SpikeRaster> spikes(byte[] content, Network network) {
        List<SpikeRaster.Builder> builders = network.populations().stream()
                .map(population -> SpikeRaster.builder(population.size()))
                .toList();
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split("[.,]");
            builders.get(network.index(parts[0])).add(Long.parseLong(parts[2].trim()) - 1, Integer.parseInt(parts[1]));
        }
        return builders.stream().map(SpikeRaster.Builder::build).toList();
    }
}
