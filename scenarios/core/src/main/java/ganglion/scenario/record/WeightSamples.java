package ganglion.scenario.record;

import ganglion.kernel.network.Network;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights of all plastic projections at some ticks, in a file of records of one length: the tick, then the weight of every
 * synapse, projection after projection, by position; numbers of 8 bytes, big-endian. The file is for the run only; its
 * contents are published in other forms.
 *
 * @param file where they are
 * @param network whose weights they are
 */
public record WeightSamples(Path file, Network network) {

    /** How the names of such files end. */
    public static final String SUFFIX = ".samples";

    /** Indices of the plastic projections, ascending. */
    public List<Integer> projections() {
        return IntStream.range(0, network.projections().size())
                .filter(p -> network.projection(p).plasticity().isPresent())
                .boxed()
                .toList();
    }

    /** Number of synapses of a projection. */
    public int synapses(int projection) {
        return Math.toIntExact(network.projection(projection).synapses().count());
    }

    long sampleBytes() {
        return Long.BYTES
                + Double.BYTES
                        * projections().stream().mapToLong(this::synapses).sum();
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

    /** The weights of a projection, sample after sample, by position; to be closed. */
    public Reader reader(int projection) throws IOException {
        long before = Long.BYTES
                + Double.BYTES
                        * projections().stream()
                                .filter(other -> other < projection)
                                .mapToLong(this::synapses)
                                .sum();
        return new Reader(open(), before, synapses(projection), sampleBytes());
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** Reads the weights of one projection. */
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

        /** The next weight. */
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
