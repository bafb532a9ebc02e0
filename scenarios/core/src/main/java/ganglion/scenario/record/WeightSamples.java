package ganglion.scenario.record;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights of all plastic projections and variables that their synapses have of their own at some ticks, in a file of records of one length: the
 * tick, then a number for every synapse, series after series, by position; numbers of 8 bytes, big-endian. The file is for the run only; its
 * contents are published in other forms.
 *
 * @param file where they are
 * @param network whose weights they are
 */
public record WeightSamples(Path file, Network network) {

    /** How the names of such files end. */
    public static final String SUFFIX = ".samples";

    /**
     * Numbers of a kind.
     *
     * @param index of the projection
     * @param variable number of a variable that its synapses have of their own; -1 for weights
     * @param name of the variable, or {@code weights}
     */
    public record Series(int index, Projection projection, int variable, String name) {

        /** Number of synapses. */
        public int synapses() {
            return Math.toIntExact(projection.synapses().count());
        }

        /** Whether it is the first of its projection. */
        public boolean isWeights() {
            return variable < 0;
        }
    }

    /** The weights of each plastic projection, and then its variables. */
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (int p = 0; p < network.projections().size(); p++) {
            Projection projection = network.projection(p);
            if (projection.plasticity().isPresent()) {
                all.add(new Series(p, projection, -1, "weights"));
                for (String name : projection.plasticity().get().ownNames()) {
                    all.add(new Series(p, projection, all.get(all.size() - 1).variable() + 1, name));
                }
            }
        }
        return all;
    }

    long sampleBytes() {
        return bytes(series());
    }

    private static long bytes(List<Series> series) {
        return Long.BYTES
                + Double.BYTES * series.stream().mapToLong(Series::synapses).sum();
    }

    /** The ticks of all samples; an incomplete one at the end does not count. */
    public long[] ticks() throws IOException {
        int count = Math.toIntExact(Files.size(file) / sampleBytes());
        long[] ticks = new long[count];
        try (DataInputStream in = open()) {
            for (int sample = 0; sample < count; sample++) {
                ticks[sample] = in.readLong();
                in.skipNBytes(sampleBytes() - Long.BYTES);
            }
        }
        return ticks;
    }

    /** Number of samples before a tick. */
    long countBefore(long tick) throws IOException {
        long[] ticks = ticks();
        int count = 0;
        while (count < ticks.length && ticks[count] < tick) {
            count++;
        }
        return count;
    }

    /** The numbers of a series, sample after sample, by position; to be closed. */
    public Reader reader(Series series) throws IOException {
        List<Series> all = series();
        return new Reader(open(), bytes(all.subList(0, all.indexOf(series))), series.synapses(), bytes(all));
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** Reads one series. */
    public static final class Reader implements AutoCloseable {

        private final DataInputStream in;
        private final int synapses;
        private final long between;
        private int left;

        private Reader(DataInputStream in, long before, int synapses, long sampleBytes) throws IOException {
            this.in = in;
            this.synapses = synapses;
            this.between = sampleBytes - Double.BYTES * (long) synapses;
            this.left = synapses;
            in.skipNBytes(before);
        }

        /** The next number. */
        public double next() throws IOException {
            if (left == 0) {
                in.skipNBytes(between);
                left = synapses;
            }
            left--;
            return in.readDouble();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
