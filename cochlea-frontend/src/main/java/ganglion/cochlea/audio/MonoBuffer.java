package ganglion.cochlea.audio;

import java.util.Arrays;

/**
 * Collects the samples of one channel within {@link AudioLimits}. Grows with the samples that arrive, not with the number
 * that a header promises.
 */
public final class MonoBuffer {

    /** The header does not give the number of samples. */
    public static final long UNKNOWN_LENGTH = -1;

    private static final int FIRST_CAPACITY = 1 << 16;
    /** Samples that are believed to come if a header promises them: a minute at 16 kHz, 8 MiB. */
    private static final int BELIEVED = 1 << 20;

    private final long promised;
    private final int limit;
    private double[] samples;
    private int size;

    /**
     * @param promised samples that the header promises, or {@link #UNKNOWN_LENGTH}
     * @param limit largest number of samples
     */
    public MonoBuffer(long promised, int limit) {
        this.promised = promised;
        this.limit = limit;
        this.samples =
                new double[(int) Math.min(promised == UNKNOWN_LENGTH ? FIRST_CAPACITY : BELIEVED, mostExpected())];
    }

    private long mostExpected() {
        return promised == UNKNOWN_LENGTH ? limit : Math.min(limit, promised);
    }

    /** Number of samples so far. */
    public int size() {
        return size;
    }

    /** Number of samples that the header promises and that have not arrived; the largest long if the length is unknown. */
    public long missing() {
        return promised == UNKNOWN_LENGTH ? Long.MAX_VALUE : promised - size;
    }

    /**
     * Appends a sample.
     *
     * @throws AudioFormatException if the sample is beyond the limits or there are too many
     */
    public void add(double sample) throws AudioFormatException {
        AudioLimits.checkSample(sample, size);
        if (size == mostExpected()) {
            throw size == limit
                    ? new AudioFormatException(
                            "the file holds more than " + limit + " samples per channel, the most allowed")
                    : new AudioFormatException("the file holds more samples per channel than the " + promised
                            + " that its header promises");
        }
        if (size == samples.length) {
            samples = Arrays.copyOf(samples, (int) Math.min(2L * size, mostExpected()));
        }
        samples[size++] = sample;
    }

    /**
     * The samples, after the end of the file.
     *
     * @throws AudioFormatException if there are none, or fewer than promised
     */
    public double[] samples() throws AudioFormatException {
        if (missing() > 0 && promised != UNKNOWN_LENGTH) {
            throw new AudioFormatException("the file is cut short: it holds " + size
                    + " samples per channel, its header promises " + promised);
        }
        if (size == 0) {
            throw new AudioFormatException("the file holds no samples, expected at least one");
        }
        return size == samples.length ? samples : Arrays.copyOf(samples, size);
    }
}
