package ganglion.scenario.record;

import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.scenario.record.WeightSamples.Series;
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
    private final List<Series> series;
    private final DataOutputStream out;

    /**
     * @param samples those of an earlier run, of which all before a tick stay
     * @param fromTick 0 for a new file
     */
    WeightStream(WeightSamples samples, long fromTick) {
        this.file = samples.file();
        this.series = samples.series();
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
            for (Series one : series) {
                write(
                        one,
                        weights.stream()
                                .filter(each -> each.projection() == one.index())
                                .findFirst()
                                .orElseThrow()
                                .byPosition(),
                        tick);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write(Series one, double[] numbers, long tick) throws IOException {
        byte[] bytes = new byte[BUFFER_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Synapses synapses = one.projection().synapses();
        SynapseRule rule = one.projection().plasticity().orElseThrow();
        int count = one.synapses();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                if (!buffer.hasRemaining()) {
                    out.write(bytes, 0, buffer.position());
                    buffer.clear();
                }
                int position = synapses.firstPosition(source) + i;
                buffer.putDouble(
                        one.isWeights()
                                ? numbers[position]
                                : rule.own(
                                        one.variable(),
                                        number -> numbers[(number + 1) * count + position],
                                        tick - 2L * synapses.delayTicks(source, i)));
            }
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
