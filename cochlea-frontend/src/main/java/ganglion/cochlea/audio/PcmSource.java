package ganglion.cochlea.audio;

import java.io.IOException;
import java.io.InputStream;

/** The samples of a stream of bytes; takes what is there rather than wait for more than it needs. */
final class PcmSource implements SampleSource {

    private static final int BLOCK_FRAMES = 1024;

    private final InputStream in;
    private final SampleFormat format;
    private final int channels;
    private final double sampleRateHertz;
    private final byte[] block;
    /** Bytes in the block of a moment that is not complete yet. */
    private int left;

    private long remaining;
    private long position;

    /** @param mostFrames samples per channel after which the sound ends, even if the stream goes on */
    PcmSource(InputStream in, SampleFormat format, int channels, double sampleRateHertz, long mostFrames) {
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
            samples[offset + i] = checked(PcmReader.mean(format, channels, block, i * frameBytes));
        }
        left -= frames * frameBytes;
        System.arraycopy(block, frames * frameBytes, block, 0, left);
        remaining -= frames;
        return frames;
    }

    private double checked(double sample) throws AudioFormatException {
        if (!(Math.abs(sample) <= AudioDecoder.LOUDEST_SAMPLE)) {
            throw new AudioFormatException("sample " + position + " is " + sample + ", expected a number within +-"
                    + AudioDecoder.LOUDEST_SAMPLE + " (full scale is 1)");
        }
        position++;
        return sample;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
