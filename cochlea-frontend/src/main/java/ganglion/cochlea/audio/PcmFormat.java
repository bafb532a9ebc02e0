package ganglion.cochlea.audio;

/**
 * The layout of a raw stream: frame after frame, the samples of all channels interleaved.
 *
 * @param sampleRateHertz samples per second of each channel, 100 Hz to 1 MHz
 * @param channels 1 to 64; they are averaged
 * @param bits bits per sample: 8, 16, 24 or 32 for signed integers, 32 or 64 for floats
 * @param isFloat whether samples are IEEE floats, full scale being -1 to 1
 * @param bigEndian whether the most significant byte comes first
 */
public record PcmFormat(double sampleRateHertz, int channels, int bits, boolean isFloat, boolean bigEndian) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public PcmFormat {
        try {
            AudioLimits.checkHeader(sampleRateHertz, channels, 0);
        } catch (AudioFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (bits % 8 != 0 || !sample(bits, isFloat, bigEndian).supported()) {
            throw new IllegalArgumentException(
                    "samples have " + (isFloat ? "32 or 64 bits as floats" : "8, 16, 24 or 32 bits") + ", not " + bits);
        }
    }

    /** Signed 16-bit integers, least significant byte first: what most programs write to a pipe. */
    public static PcmFormat of16Bits(double sampleRateHertz, int channels) {
        return new PcmFormat(sampleRateHertz, channels, 16, false, false);
    }

    /** The layout of one sample. */
    public SampleFormat sample() {
        return sample(bits, isFloat, bigEndian);
    }

    private static SampleFormat sample(int bits, boolean isFloat, boolean bigEndian) {
        return new SampleFormat(isFloat ? SampleFormat.Kind.FLOAT : SampleFormat.Kind.SIGNED, bits / 8, bigEndian);
    }
}
