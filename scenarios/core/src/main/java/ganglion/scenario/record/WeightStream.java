package ganglion.scenario.record;

import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunningNetwork;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends samples of the weights to a file that {@link WeightSamples} reads. */
final class WeightStream implements RecordingFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final List<Integer> projections;
    private final DataOutputStream out;

    /**
     * @param samples those of an earlier run, of which all before a tick stay
     * @param fromTick 0 for a new file
     */
    WeightStream(WeightSamples samples, long fromTick) {
        this.file = samples.file();
        this.projections = samples.projections();
        try {
            long kept = fromTick > 0 ? samples.countBefore(fromTick) * samples.sampleBytes() : 0;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(kept).position(kept);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes the weights of a run that has paused after a tick. */
    void write(RunningNetwork run, long tick) {
        List<PlasticWeights> weights = run.currentWeights();
        try {
            out.writeLong(tick);
            for (int projection : projections) {
                write(weights.stream()
                        .filter(one -> one.projection() == projection)
                        .findFirst()
                        .orElseThrow()
                        .byPosition());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write(double[] weights) throws IOException {
        byte[] bytes = new byte[BUFFER_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (double weight : weights) {
            if (!buffer.hasRemaining()) {
                out.write(bytes, 0, buffer.position());
                buffer.clear();
            }
            buffer.putDouble(weight);
        }
        out.write(bytes, 0, buffer.position());
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException(
                new IOException(file + " cannot be written (" + cause.getMessage() + ")", cause));
    }
}
