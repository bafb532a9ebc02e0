package ganglion.cochlea.audio;

import java.io.IOException;
import java.io.InputStream;

/** Reads interleaved samples from a stream and mixes them to one channel, in blocks: memory follows the mono result. */
final class PcmReader {

    private static final int BLOCK_FRAMES = 4096;

    private final SampleFormat format;
    private final int channels;

    PcmReader(SampleFormat format, int channels) {
        this.format = format;
        this.channels = channels;
    }

    /**
     * Reads the promised number of samples per channel, or to the end of the stream if that is unknown.
     *
     * @throws AudioFormatException if the stream holds fewer than promised, none, too many, or senseless ones
     */
    double[] read(InputStream in, long promised) throws IOException, AudioFormatException {
        MonoBuffer mono = new MonoBuffer(promised, AudioDecoder.MOST_FRAMES);
        int frameBytes = format.bytes() * channels;
        byte[] block = new byte[frameBytes * BLOCK_FRAMES];
        int got = block.length;
        while (got == block.length && mono.missing() > 0) {
            got = in.readNBytes(block, 0, block.length);
            int frames = (int) Math.min(got / frameBytes, mono.missing());
            for (int i = 0; i < frames; i++) {
                mono.add(mean(format, channels, block, i * frameBytes));
            }
        }
        return mono.samples();
    }

    /** The mean of all channels at one moment. */
    static double mean(SampleFormat format, int channels, byte[] block, int offset) {
        if (channels == 1) {
            return format.decode(block, offset);
        }
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += format.decode(block, offset + channel * format.bytes());
        }
        return sum / channels;
    }
}
