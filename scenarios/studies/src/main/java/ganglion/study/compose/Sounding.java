package ganglion.study.compose;

/** A note while it sounds. */
final class Sounding {

    private final double[] samples;
    private final double gain;
    private final long startSample;
    private final long releaseSample;
    private final int fadeSamples;

    /**
     * @param samples of the recording at its pitch
     * @param gain to multiply them by
     * @param startSample of the mixture at which it begins
     * @param releaseSample of the mixture at which its key is released
     * @param fadeSamples length of the fade-out after that
     */
    Sounding(double[] samples, double gain, long startSample, long releaseSample, int fadeSamples) {
        this.samples = samples;
        this.gain = gain;
        this.startSample = startSample;
        this.releaseSample = Math.min(releaseSample, startSample + samples.length);
        this.fadeSamples = fadeSamples;
    }

    /** Sample at which its key is released, or its recording ends. */
    long releaseSample() {
        return releaseSample;
    }

    /** First sample after its end. */
    long endSample() {
        return Math.min(releaseSample + fadeSamples, startSample + samples.length);
    }

    /** Adds its share to a block of the mixture. */
    void addTo(double[] block, int length, long blockStart) {
        long from = Math.max(startSample, blockStart);
        long until = Math.min(endSample(), blockStart + length);
        for (long sample = from; sample < until; sample++) {
            double fade = sample < releaseSample ? 1 : 1 - (double) (sample - releaseSample) / fadeSamples;
            block[(int) (sample - blockStart)] += gain * fade * samples[(int) (sample - startSample)];
        }
    }
}
