package ganglion.learning.data;

import ganglion.cochlea.AudioClip;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Changes a sound a little, so that a network does not learn what does not matter. What happens to a sound is a function of
 * (seed, sound, epoch).
 *
 * @param largestGainDecibels gain, drawn evenly from minus to plus this; 0 for none
 * @param lowestNoiseRatioDecibels least ratio of the sound's power to that of white noise added to it; infinite for no noise
 * @param highestNoiseRatioDecibels greatest such ratio; the ratio is drawn evenly in between
 * @param largestShiftSeconds shift in time, drawn evenly from minus to plus this, filled up with silence; 0 for none
 * @param largestStretch change of length at the same pitch, as a share: the length is drawn evenly from {@code 1 -} to {@code 1 +}
 *     this; 0 for none, at most 0.5. See {@link TimeStretch}
 * @param seed of the choices
 */
public record Augmentation(
        double largestGainDecibels,
        double lowestNoiseRatioDecibels,
        double highestNoiseRatioDecibels,
        double largestShiftSeconds,
        double largestStretch,
        long seed) {

    private static final double MOST_STRETCH = 0.5;

    /** Sounds as they are. */
    public static final Augmentation NONE =
            new Augmentation(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public Augmentation {
        boolean noise = lowestNoiseRatioDecibels < Double.POSITIVE_INFINITY;
        if (!(largestGainDecibels >= 0 && largestShiftSeconds >= 0)
                || !(lowestNoiseRatioDecibels <= highestNoiseRatioDecibels)
                || noise && !Double.isFinite(highestNoiseRatioDecibels)) {
            throw new IllegalArgumentException("an augmentation by " + largestGainDecibels + " dB of gain, noise at "
                    + lowestNoiseRatioDecibels + " to " + highestNoiseRatioDecibels + " dB and " + largestShiftSeconds
                    + " s of shift, expected no negative gain or shift, and noise ratios in ascending order");
        }
        if (!(largestStretch >= 0 && largestStretch <= MOST_STRETCH)) {
            throw new IllegalArgumentException(
                    "an augmentation by a stretch of " + largestStretch + ", expected 0 to " + MOST_STRETCH);
        }
    }

    /** Without any stretch. */
    public Augmentation(
            double largestGainDecibels,
            double lowestNoiseRatioDecibels,
            double highestNoiseRatioDecibels,
            double largestShiftSeconds,
            long seed) {
        this(largestGainDecibels, lowestNoiseRatioDecibels, highestNoiseRatioDecibels, largestShiftSeconds, 0, seed);
    }

    /** The same with a stretch. */
    public Augmentation withStretch(double largest) {
        return new Augmentation(
                largestGainDecibels,
                lowestNoiseRatioDecibels,
                highestNoiseRatioDecibels,
                largestShiftSeconds,
                largest,
                seed);
    }

    /** Whether it changes anything. */
    public boolean active() {
        return largestGainDecibels > 0
                || largestShiftSeconds > 0
                || largestStretch > 0
                || lowestNoiseRatioDecibels < Double.POSITIVE_INFINITY;
    }

    /**
     * The sound as it is in one epoch.
     *
     * @param sound number of the sound in its data set
     * @param epoch number of the epoch
     */
    public AudioClip apply(AudioClip clip, int sound, int epoch) {
        if (!active()) {
            return clip;
        }
        SplittableRandom keyed = new SplittableRandom(seed ^ (long) sound << 32 ^ epoch);
        Random random = new Random(keyed.nextLong());
        // A stream of its own: whether there is a stretch does not change the other choices.
        double stretch = 1 + largestStretch * keyed.nextDouble(-1, 1);
        double gain = Math.pow(10, largestGainDecibels * (2 * random.nextDouble() - 1) / 20);
        double shiftSeconds = largestShiftSeconds * (2 * random.nextDouble() - 1);
        int shift = (int) Math.round(shiftSeconds * clip.sampleRateHertz());
        double[] samples = shifted(TimeStretch.apply(clip, stretch).samples(), shift);
        addNoise(samples, random);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return new AudioClip(samples, clip.sampleRateHertz());
    }

    private static double[] shifted(double[] samples, int shift) {
        double[] shifted = new double[samples.length];
        for (int i = Math.max(0, shift); i < Math.min(samples.length, samples.length + shift); i++) {
            shifted[i] = samples[i - shift];
        }
        return shifted;
    }

    private void addNoise(double[] samples, Random random) {
        if (lowestNoiseRatioDecibels == Double.POSITIVE_INFINITY) {
            return;
        }
        double span = highestNoiseRatioDecibels - lowestNoiseRatioDecibels;
        double ratio = Math.pow(10, (lowestNoiseRatioDecibels + span * random.nextDouble()) / 10);
        double power = 0;
        for (double sample : samples) {
            power += sample * sample / samples.length;
        }
        double deviation = Math.sqrt(power / ratio);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += deviation * random.nextGaussian();
        }
    }
}
