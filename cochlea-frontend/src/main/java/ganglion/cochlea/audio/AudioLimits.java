package ganglion.cochlea.audio;

import java.util.Locale;

/** Limits of a sound, checked before memory is allocated for it, so that a hostile file cannot fill the memory. */
public final class AudioLimits {

    /** Most samples per channel. */
    public static final int MOST_FRAMES = 1 << 26;

    /** Lowest sample rate. */
    public static final int LOWEST_RATE_HERTZ = 100;

    /** Highest sample rate. */
    public static final int HIGHEST_RATE_HERTZ = 1_000_000;

    /** Most channels. */
    public static final int MOST_CHANNELS = 64;

    /** Largest magnitude of a sample, full scale being 1: keeps powers, and sums of them, far from overflow. */
    public static final double LOUDEST_SAMPLE = 1e6;

    private AudioLimits() {}

    /**
     * Checks a decoded sample.
     *
     * @param index place of the sample in its channel, for the message
     * @throws AudioFormatException if the sample is not a number within +-{@value #LOUDEST_SAMPLE}
     */
    public static void checkSample(double sample, long index) throws AudioFormatException {
        if (!isSample(sample)) {
            throw new AudioFormatException(notASample(sample, index));
        }
    }

    /** As {@link #checkSample}, for samples that do not come from a file. */
    static void requireSample(double sample, long index) {
        if (!isSample(sample)) {
            throw new IllegalArgumentException(notASample(sample, index));
        }
    }

    private static boolean isSample(double value) {
        return Math.abs(value) <= LOUDEST_SAMPLE;
    }

    private static String notASample(double value, long index) {
        return "sample " + index + " is " + value + ", expected a number within +-" + LOUDEST_SAMPLE
                + " (full scale is 1)";
    }

    /**
     * Checks the figures of a header.
     *
     * @param frames samples per channel, or a negative number if unknown
     * @throws AudioFormatException if a figure is beyond the limits
     */
    public static void checkHeader(double rateHertz, int channels, long frames) throws AudioFormatException {
        if (!(rateHertz >= LOWEST_RATE_HERTZ && rateHertz <= HIGHEST_RATE_HERTZ)) {
            throw new AudioFormatException(String.format(
                    Locale.ROOT,
                    "the header gives a sample rate of %.0f Hz, expected %d Hz to %d Hz",
                    rateHertz,
                    LOWEST_RATE_HERTZ,
                    HIGHEST_RATE_HERTZ));
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new AudioFormatException(
                    "the header gives " + channels + " channels, expected 1 to " + MOST_CHANNELS);
        }
        if (frames > MOST_FRAMES) {
            throw new AudioFormatException(
                    "the file holds " + frames + " samples per channel, expected at most " + MOST_FRAMES);
        }
    }
}
