package ganglion.cochlea.audio.wave;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.SampleFormat;
import java.nio.ByteBuffer;

/**
 * The content of a WAV file's "fmt " chunk.
 *
 * @param sample one sample
 * @param channels samples per frame
 * @param rateHertz frames per second, as the header gives it
 */
record WaveFormat(SampleFormat sample, int channels, double rateHertz) {

    static final int PCM = 1;
    static final int IEEE_FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;
    /** Offset, in an extensible format, of the code that a plain format has at its start. */
    private static final int SUB_FORMAT_OFFSET = 24;

    private static final int EXTENSIBLE_BYTES = 40;

    /** @param chunk at least 16 bytes, little-endian */
    static WaveFormat parse(ByteBuffer chunk) throws AudioFormatException {
        int code = Short.toUnsignedInt(chunk.getShort(0));
        int channels = Short.toUnsignedInt(chunk.getShort(2));
        double rateHertz = Integer.toUnsignedLong(chunk.getInt(4));
        int frameBytes = Short.toUnsignedInt(chunk.getShort(12));
        int bits = Short.toUnsignedInt(chunk.getShort(14));
        if (code == EXTENSIBLE) {
            if (chunk.limit() < EXTENSIBLE_BYTES) {
                throw new AudioFormatException(
                        "the extensible WAV header has " + chunk.limit() + " bytes, expected " + EXTENSIBLE_BYTES);
            }
            code = Short.toUnsignedInt(chunk.getShort(SUB_FORMAT_OFFSET));
        }
        AudioLimits.checkHeader(rateHertz, channels, 0);
        return new WaveFormat(sampleFormat(code, bits, frameBytes, channels), channels, rateHertz);
    }

    private static SampleFormat sampleFormat(int code, int bits, int frameBytes, int channels)
            throws AudioFormatException {
        if (code != PCM && code != IEEE_FLOAT) {
            throw new AudioFormatException(
                    "the samples have WAV encoding " + code + ", expected 1 (integer PCM) or 3 (IEEE float)");
        }
        int bytes = (bits + 7) / 8;
        SampleFormat.Kind integer = bytes == 1 ? SampleFormat.Kind.UNSIGNED : SampleFormat.Kind.SIGNED;
        SampleFormat format = new SampleFormat(code == PCM ? integer : SampleFormat.Kind.FLOAT, bytes, false);
        if (!format.supported()) {
            throw new AudioFormatException(
                    "the samples have " + bits + " bits, expected " + (code == PCM ? "8, 16, 24 or 32" : "32 or 64"));
        }
        if (frameBytes != bytes * channels) {
            throw new AudioFormatException("the header gives " + frameBytes + " bytes for " + channels + " channels of "
                    + bits + " bits, expected " + bytes * channels);
        }
        return format;
    }

    int frameBytes() {
        return sample.bytes() * channels;
    }
}
