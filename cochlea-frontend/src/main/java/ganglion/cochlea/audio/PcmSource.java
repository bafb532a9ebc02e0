package ganglion.cochlea.audio;

import java.io.IOException;
import java.io.InputStream;

/** The samples of a stream of bytes. Returns the samples that are there rather than wait for more than it needs. */
public final class PcmSource implements SampleSource {

    private static final int BLOCK_FRAMES = 1024;

    private final InputStream in;
    private final SampleFormat format;
    private final int channels;
    private final double sampleRateHertz;
    private final byte[] block;
    /** Bytes at the start of the block that belong to a frame that is not complete yet. */
    private int left;

    private long remaining;
    private long position;

    /**
     * @param in closed together with this source
     * @param format of each sample
     * @param channels samples per frame
     * @param sampleRateHertz frames per second
     * @param mostFrames samples per channel after which the sound ends, even if the stream goes on
     */
    public PcmSource(InputStream in, SampleFormat format, int channels, double sampleRateHertz, long mostFrames) {
        this.in = in;
        this.format = format;
        this.channels = channels;
        this.sampleRateHertz = sampleRateHertz;
        this.block = new byte[BLOCK_FRAMES * channels * format.bytes()];
        this.remaining = mostFrames;
    }

    @Override
    public double sampleRateHertz() {
        return sampleRateHertz;
    }

    @Override
    public int read(double[] samples, int offset, int length) throws IOException, AudioFormatException {
        int frameBytes = channels * format.bytes();
        int wanted = (int) Math.min(remaining, Math.min(length, BLOCK_FRAMES));
        if (wanted == 0) {
            return -1;
        }
        while (left < frameBytes) {
            int got = in.read(block, left, wanted * frameBytes - left);
            if (got < 0) {
                return -1;
            }
            left += got;
        }
        int frames = left / frameBytes;
        for (int i = 0; i < frames; i++) {
            samples[offset + i] = PcmReader.mean(format, channels, block, i * frameBytes);
            AudioLimits.checkSample(samples[offset + i], position + i);
        }
        left -= frames * frameBytes;
        System.arraycopy(block, frames * frameBytes, block, 0, left);
        remaining -= frames;
        position += frames;
        return frames;
    }

    @Override
    public int unfinishedBytes() {
        return left;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
