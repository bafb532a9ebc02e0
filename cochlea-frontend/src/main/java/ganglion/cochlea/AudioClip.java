package ganglion.cochlea;

/**
 * One channel of sound, as evenly spaced samples. Full scale is -1 to 1; float files may exceed it.
 *
 * <p>The array is shared, not copied: who hands it over must not change it afterwards. Records compare it by identity.
 *
 * @param samples values within +-1e6, 1 being full scale
 * @param sampleRateHertz samples per second, above zero
 */
public record AudioClip(double[] samples, double sampleRateHertz) {

    /** Keeps powers, and sums of them, far from overflow. */
    private static final double LOUDEST_SAMPLE = 1e6;

    /** @throws IllegalArgumentException if the rate is not a positive number or a sample is not within +-1e6 */
    public AudioClip {
        if (!(sampleRateHertz > 0 && sampleRateHertz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a sample rate is a positive number of hertz, not " + sampleRateHertz);
        }
        for (int i = 0; i < samples.length; i++) {
            if (!(Math.abs(samples[i]) <= LOUDEST_SAMPLE)) {
                throw new IllegalArgumentException("sample " + i + " is " + samples[i] + ", expected a number within +-"
                        + LOUDEST_SAMPLE + " (full scale is 1)");
            }
        }
    }

    /** How long the clip lasts, in seconds. */
    public double durationSeconds() {
        return samples.length / sampleRateHertz;
    }
}
