package ganglion.cochlea.audio;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads interleaved samples from a stream and mixes them to one channel, block by block, so that memory follows the mono
 * result.
 */
public final class PcmReader {

    private static final int BLOCK_FRAMES = 4096;

    private final SampleFormat format;
    private final int channels;

    /**
     * @param format of each sample
     * @param channels samples per frame
     */
    public PcmReader(SampleFormat format, int channels) {
        this.format = format;
        this.channels = channels;
    }

    /**
     * Reads the promised number of samples per channel, or to the end of the stream if the number is unknown.
     *
     * @param promised samples per channel, or {@link MonoBuffer#UNKNOWN_LENGTH}
     * @return the mean of the channels
     *
     * @throws AudioFormatException if there are fewer samples than promised, none, too many, or a sample beyond the limits
     */
    public double[] read(InputStream in, long promised) throws IOException, AudioFormatException {
        MonoBuffer mono = new MonoBuffer(promised, AudioLimits.MOST_FRAMES);
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

    /** The mean of all channels of one frame. */
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
