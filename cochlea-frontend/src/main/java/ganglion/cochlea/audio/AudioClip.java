package ganglion.cochlea.audio;

/**
 * One channel of sound, as evenly spaced samples. Full scale is -1 to 1; float files may exceed it.
 *
 * <p>The array is shared, not copied: the caller must not change it afterwards. {@code equals} compares it by identity.
 *
 * @param samples values within +-1e6, 1 being full scale
 * @param sampleRateHertz samples per second, above zero
 */
public record AudioClip(double[] samples, double sampleRateHertz) {

    /** @throws IllegalArgumentException if the rate is not a positive number or a sample is not within +-1e6 */
    public AudioClip {
        if (!(sampleRateHertz > 0 && sampleRateHertz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a sample rate is a positive number of hertz, not " + sampleRateHertz);
        }
        for (int i = 0; i < samples.length; i++) {
            AudioLimits.requireSample(samples[i], i);
        }
    }

    /** How long the clip lasts, in seconds. */
    public double durationSeconds() {
        return samples.length / sampleRateHertz;
    }
}
