package ganglion.cochlea.audio;

import java.util.Arrays;

/** Collects the samples of one channel within bounds. Grows with what arrives, not with what a header promises. */
final class MonoBuffer {

    static final long UNKNOWN_LENGTH = -1;

    private static final int FIRST_CAPACITY = 1 << 16;

    private final long promised;
    private final int limit;
    private double[] samples;
    private int size;

    /**
     * @param promised samples that the header promises, or {@link #UNKNOWN_LENGTH}
     * @param limit most samples to take
     */
    MonoBuffer(long promised, int limit) {
        this.promised = promised;
        this.limit = limit;
        this.samples = new double[(int) Math.min(FIRST_CAPACITY, mostExpected())];
    }

    private long mostExpected() {
        return promised == UNKNOWN_LENGTH ? limit : Math.min(limit, promised);
    }

    int size() {
        return size;
    }

    /** How many more samples the header promises. */
    long missing() {
        return promised == UNKNOWN_LENGTH ? Long.MAX_VALUE : promised - size;
    }

    /** @throws AudioFormatException if the sample makes no sense or is one too many */
    void add(double sample) throws AudioFormatException {
        if (!(Math.abs(sample) <= AudioDecoder.LOUDEST_SAMPLE)) {
            throw new AudioFormatException("sample " + size + " is " + sample + ", expected a number within +-"
                    + AudioDecoder.LOUDEST_SAMPLE + " (full scale is 1)");
        }
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
     * The samples, once the file has ended.
     *
     * @throws AudioFormatException if there are none, or fewer than promised
     */
    double[] samples() throws AudioFormatException {
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
