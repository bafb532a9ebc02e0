package ganglion.study.compose;

/** Endless noise: a recording that starts at a random sample and repeats. */
public final class NoiseBed {

    private final double[] samples;
    private final int firstSample;
    private double gain;

    /**
     * @param samples at the rate of the mixture, at least one
     * @param firstSample sample to start at
     */
    NoiseBed(double[] samples, int firstSample) {
        this.samples = samples;
        this.firstSample = firstSample;
    }

    /** Sets the level by the ratio of the energies of the music and of the noise below it: 20 log10(rms / rms). */
    void setLevel(double musicEnergy, long length, double signalToNoiseDecibels) {
        double noiseEnergy = 0;
        for (long i = 0; i < length; i++) {
            double value = raw(i);
            noiseEnergy += value * value;
        }
        gain = noiseEnergy == 0
                ? 0
                : Math.sqrt(musicEnergy / noiseEnergy) * StrictMath.pow(10, -signalToNoiseDecibels / 20);
    }

    /** The factor on the recording. */
    double gain() {
        return gain;
    }

    double at(long sample) {
        return gain * raw(sample);
    }

    private double raw(long sample) {
        return samples[(int) ((firstSample + sample) % samples.length)];
    }
}
