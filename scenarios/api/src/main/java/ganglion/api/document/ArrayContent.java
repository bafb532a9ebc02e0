package ganglion.api.document;

import ganglion.documents.table.NpyArray;
import ganglion.documents.table.NpzWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Arrays that are too long for a document, in a form that scenarios read from files: NumPy's, in which a number keeps every bit and takes 8
 * bytes. Takes no copies.
 */
public final class ArrayContent {

    private final String ending;
    private final Writer writer;

    private ArrayContent(String ending, Writer writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /** Writes the content. */
    private interface Writer {

        void write(OutputStream out) throws IOException;
    }

    /**
     * A list of synapses, a row each.
     *
     * @param delayTicks null if the list has no delays
     */
    public static ArrayContent synapses(int[] sources, int[] targets, double[] weights, int[] delayTicks) {
        int columns = delayTicks == null ? 3 : 4;
        return new ArrayContent(".npy", out -> {
            int[] place = {0};
            NpyArray.write(
                    out,
                    () -> {
                        int row = place[0] / columns;
                        return switch (place[0]++ % columns) {
                            case 0 -> sources[row];
                            case 1 -> targets[row];
                            case 2 -> weights[row];
                            default -> delayTicks[row];
                        };
                    },
                    sources.length,
                    columns);
        });
    }

    /** A matrix, row after row. */
    public static ArrayContent matrix(double[][] rows) {
        return new ArrayContent(".npy", out -> {
            int columns = rows[0].length;
            int[] place = {0};
            NpyArray.write(
                    out,
                    () -> {
                        double value = rows[place[0] / columns][place[0] % columns];
                        place[0]++;
                        return value;
                    },
                    rows.length,
                    columns);
        });
    }

    /** A list of numbers. */
    public static ArrayContent numbers(double[] values) {
        return matrix(new double[][] {values});
    }

    /** Spikes by the ticks at which neurons fire. */
    public static ArrayContent spikesAtTicks(long[] ticks, int[] neurons) {
        return npz(npz -> {
            npz.put("ticks", ticks);
            npz.put("neurons", longs(neurons));
        });
    }

    /** Spikes by the times in seconds at which neurons fire. */
    public static ArrayContent spikesAtSeconds(double[] seconds, int[] neurons) {
        return npz(npz -> {
            npz.put("times", seconds, seconds.length);
            npz.put("neurons", longs(neurons));
        });
    }

    /** Fills an archive of arrays. */
    private interface Filling {

        void fill(NpzWriter npz) throws IOException;
    }

    private static ArrayContent npz(Filling filling) {
        return new ArrayContent(".npz", out -> {
            try (NpzWriter npz = new NpzWriter(out)) {
                filling.fill(npz);
            }
        });
    }

    private static long[] longs(int[] values) {
        long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = values[i];
        }
        return longs;
    }

    /** How the name of the file ends, which says what it is. */
    String ending() {
        return ending;
    }

    /** Writes a new file. */
    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writer.write(out);
        }
    }
}
