package ganglion.scenario.data;

import ganglion.documents.table.ColumnHeader;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.NumberText;
import ganglion.documents.table.TableException;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Reads explicit lists of synapses: CSV with the header {@code source,target,weight} or {@code source,target,weight,delay},
 * or the same columns in NPY, NPZ or HDF5 files ({@link EdgeColumns}). Neurons count from 0 within their population.
 */
public final class EdgeLists {

    private static final List<String> HEADER = List.of("source", "target", "weight");
    private static final List<String> HEADER_WITH_DELAY = List.of("source", "target", "weight", "delay");

    private static final List<String> KINDS = List.of(".csv", ".npy", ".npz", ".h5", ".hdf5");

    private static final String EXPECTED = "source,target,weight or source,target,weight,delay";

    private EdgeLists() {}

    /** What an edge list must fit. */
    public record Limits(int sourceSize, int targetSize, int mostSynapses) {

        SparseSynapses.Builder builder(TargetSlice slice) {
            return SparseSynapses.builder(sourceSize, targetSize, slice);
        }
    }

    /**
     * How delays are read.
     *
     * @param ticksIfNone delay where the file has none
     * @param parser turns the text of a delay in a CSV file into ticks; throws IllegalArgumentException with a sentence if
     *     it cannot
     */
    public record Delays(int ticksIfNone, ToIntFunction<String> parser) {}

    /** Whether a file has a name that ends like those of lists of synapses. */
    public static boolean canRead(String name) {
        return KINDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * The synapses of a file, in canonical order.
     *
     * @param group path of the group in an HDF5 file; empty for its root, and for other files
     * @param slice targets whose synapses are kept; the others are checked, too
     * @throws TableException if the file or a line cannot be used, or there are too many
     */
    public static Synapses read(Path file, String group, Limits limits, TargetSlice slice, Delays delays)
            throws TableException {
        return MatrixFiles.Kind.of(file) == MatrixFiles.Kind.CSV
                ? readCsv(file, limits, slice, delays)
                : EdgeColumns.read(file, group, limits.mostSynapses()).synapses(limits, slice, delays.ticksIfNone());
    }

    private static Synapses readCsv(Path file, Limits limits, TargetSlice slice, Delays delays) throws TableException {
        try (CsvLines lines = new CsvLines(file)) {
            List<String> header = ColumnHeader.read(lines, EXPECTED, List.of(HEADER, HEADER_WITH_DELAY));
            boolean withDelay = header.equals(HEADER_WITH_DELAY);
            SparseSynapses.Builder builder = limits.builder(slice);
            int count = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (count++ == limits.mostSynapses()) {
                    throw lines.problem("found more than " + limits.mostSynapses() + " synapses");
                }
                String[] fields = ColumnHeader.fields(line, header, lines);
                int delayTicks = withDelay ? delay(fields[3], delays.parser(), lines) : delays.ticksIfNone();
                builder.add(
                        NumberText.index(fields[0], limits.sourceSize(), "source", lines),
                        NumberText.index(fields[1], limits.targetSize(), "target", lines),
                        NumberText.decimal(fields[2], lines),
                        delayTicks);
            }
            return builder.build();
        }
    }

    private static int delay(String text, ToIntFunction<String> delays, CsvLines at) throws TableException {
        try {
            return delays.applyAsInt(text.strip());
        } catch (IllegalArgumentException e) {
            throw at.problem(e.getMessage());
        }
    }
}
