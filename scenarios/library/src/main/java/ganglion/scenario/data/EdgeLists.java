package ganglion.scenario.data;

import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Reads explicit lists of synapses: CSV with the header {@code source,target,weight} or {@code source,target,weight,delay}.
 * Neurons count from 0 within their population.
 */
public final class EdgeLists {

    private static final List<String> HEADER = List.of("source", "target", "weight");
    private static final List<String> HEADER_WITH_DELAY = List.of("source", "target", "weight", "delay");

    private static final String EXPECTED = "source,target,weight or source,target,weight,delay";

    private EdgeLists() {}

    /** What an edge list must fit. */
    public record Limits(int sourceSize, int targetSize, int mostSynapses) {}

    /**
     * The synapses of a file, in canonical order.
     *
     * @param defaultDelayTicks delay where the file has no such column
     * @param delays turns the text of a delay into ticks; throws IllegalArgumentException with a sentence if it cannot
     * @throws DataFileException if a line cannot be used, or there are too many
     */
    public static Synapses read(Path file, Limits limits, int defaultDelayTicks, ToIntFunction<String> delays)
            throws DataFileException {
        try (CsvLines lines = new CsvLines(file)) {
            List<String> header = Header.read(lines, EXPECTED, List.of(HEADER, HEADER_WITH_DELAY));
            boolean withDelay = header.equals(HEADER_WITH_DELAY);
            SparseSynapses.Builder builder = SparseSynapses.builder(limits.sourceSize(), limits.targetSize());
            int count = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (count++ == limits.mostSynapses()) {
                    throw lines.problem("found more than " + limits.mostSynapses() + " synapses");
                }
                String[] fields = Header.fields(line, header, lines);
                int delayTicks = withDelay ? delay(fields[3], delays, lines) : defaultDelayTicks;
                builder.add(
                        Numbers.index(fields[0], limits.sourceSize(), "source", lines),
                        Numbers.index(fields[1], limits.targetSize(), "target", lines),
                        Numbers.decimal(fields[2], lines),
                        delayTicks);
            }
            return builder.build();
        }
    }

    private static int delay(String text, ToIntFunction<String> delays, CsvLines at) throws DataFileException {
        try {
            return delays.applyAsInt(text.strip());
        } catch (IllegalArgumentException e) {
            throw at.problem(e.getMessage());
        }
    }
}
