package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Changes a sound a little, so that a network does not learn what does not matter, or so that it is tried under harder
 * conditions: a cut, then a shift in time, then noise, then gain. What happens to a sound is a function of (seed, sound, epoch).
 *
 * @param fragment which piece of a sound is left
 * @param lowestGainDecibels least gain
 * @param highestGainDecibels greatest gain; gains are drawn evenly in between
 * @param noise that is added
 * @param largestShiftSeconds shift in time, drawn evenly from minus to plus this, filled up with silence; 0 for none
 * @param length length of the result at the same pitch, in lengths of the sound; 1 for the same. See {@link TimeStretch}
 * @param largestStretch change of that length, as a share: it is drawn evenly from {@code length -} to {@code length +} this; 0 for
 *     none, at most 0.5
 * @param spectrum change of the spectrum, where the input is a contour
 * @param versions number of versions of a sound, by gain, noise, shift and stretch: they take turns from epoch to epoch, and each is
 *     processed only once; 0 for a new one in each epoch
 * @param seed of the choices
 */
public record Augmentation(
        Fragment fragment,
        double lowestGainDecibels,
        double highestGainDecibels,
        NoiseMix noise,
        double largestShiftSeconds,
        double length,
        double largestStretch,
        SpectrumChange spectrum,
        int versions,
        long seed) {

    private static final double MOST_STRETCH = 0.5;

    /** With the largest stretch, what {@link TimeStretch} can do. */
    private static final double SMALLEST_FACTOR = 0.75;

    private static final double GREATEST_FACTOR = 3.5;

    /** Whether there is a stretch does not change the other choices: it is drawn independently. */
    private static final long CHANCE_OF_STRETCH = 0x5374726574636821L;

    /** Nor does whether there is a cut. */
    private static final long CHANCE_OF_FRAGMENT = 0x467261676d656e74L;

    /** No change. */
    public static final Augmentation NONE = new Augmentation(0, 0, NoiseMix.NONE, 0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public Augmentation {
        Objects.requireNonNull(fragment, "fragment");
        Objects.requireNonNull(noise, "noise");
        Objects.requireNonNull(spectrum, "spectrum");
        if (versions < 0) {
            throw new IllegalArgumentException("found " + versions + " versions of a sound, expected 0 or more");
        }
        boolean finite = Double.isFinite(lowestGainDecibels) && Double.isFinite(highestGainDecibels);
        if (!finite || lowestGainDecibels > highestGainDecibels || !(largestShiftSeconds >= 0)) {
            throw new IllegalArgumentException("an augmentation by " + lowestGainDecibels + " to " + highestGainDecibels
                    + " dB of gain and " + largestShiftSeconds
                    + " s of shift, expected gains in ascending order and no negative shift");
        }
        if (!(largestStretch >= 0 && largestStretch <= MOST_STRETCH)) {
            throw new IllegalArgumentException(
                    "an augmentation by a stretch of " + largestStretch + ", expected 0 to " + MOST_STRETCH);
        }
        if (!(length >= SMALLEST_FACTOR && length <= GREATEST_FACTOR)) {
            throw new IllegalArgumentException("an augmentation to a length of " + length + ", expected "
                    + SMALLEST_FACTOR + " to " + GREATEST_FACTOR);
        }
    }

    /** A new version of a sound in each epoch, and no stretch or change of spectra. */
    public Augmentation(
            double lowestGainDecibels,
            double highestGainDecibels,
            NoiseMix noise,
            double largestShiftSeconds,
            long seed) {
        this(
                Fragment.NONE,
                lowestGainDecibels,
                highestGainDecibels,
                noise,
                largestShiftSeconds,
                1,
                0,
                SpectrumChange.NONE,
                0,
                seed);
    }

    /** The same with other noise. */
    public Augmentation withNoise(NoiseMix other) {
        return new Augmentation(
                fragment,
                lowestGainDecibels,
                highestGainDecibels,
                other,
                largestShiftSeconds,
                length,
                largestStretch,
                spectrum,
                versions,
                seed);
    }

    /** The same with other changes of spectra, and another number of versions. */
    public Augmentation withSpectrum(SpectrumChange other, int otherVersions) {
        return new Augmentation(
                fragment,
                lowestGainDecibels,
                highestGainDecibels,
                noise,
                largestShiftSeconds,
                length,
                largestStretch,
                other,
                otherVersions,
                seed);
    }

    /** The same with a stretch. */
    public Augmentation withStretch(double largest) {
        return new Augmentation(
                fragment,
                lowestGainDecibels,
                highestGainDecibels,
                noise,
                largestShiftSeconds,
                length,
                largest,
                spectrum,
                versions,
                seed);
    }

    /** The same with another length. */
    public Augmentation withLength(double other) {
        return new Augmentation(
                fragment,
                lowestGainDecibels,
                highestGainDecibels,
                noise,
                largestShiftSeconds,
                other,
                largestStretch,
                spectrum,
                versions,
                seed);
    }

    /** The same with pieces of sounds. */
    public Augmentation withFragment(Fragment other) {
        return new Augmentation(
                other,
                lowestGainDecibels,
                highestGainDecibels,
                noise,
                largestShiftSeconds,
                length,
                largestStretch,
                spectrum,
                versions,
                seed);
    }

    /** Whether it changes anything. */
    public boolean active() {
        return changesSounds() || spectrum.active();
    }

    /** Whether it changes the samples of sounds. */
    public boolean changesSounds() {
        return fragment.active()
                || lowestGainDecibels != 0
                || highestGainDecibels != 0
                || largestShiftSeconds > 0
                || length != 1
                || largestStretch > 0
                || noise.active();
    }

    /**
     * The version of a sound in one epoch.
     *
     * @param sound number of the sound in its data set
     * @param epoch number of the epoch
     */
    public AudioClip apply(AudioClip clip, int sound, int epoch) {
        if (!changesSounds()) {
            return clip;
        }
        Random random = random(seed, sound, epoch);
        double span = highestGainDecibels - lowestGainDecibels;
        double gain = Math.pow(10, (lowestGainDecibels + span * random.nextDouble()) / 20);
        double shiftSeconds = largestShiftSeconds * (2 * random.nextDouble() - 1);
        int shift = (int) Math.round(shiftSeconds * clip.sampleRateHertz());
        double stretch = length
                + largestStretch
                        * (2 * random(seed ^ CHANCE_OF_STRETCH, sound, epoch).nextDouble() - 1);
        AudioClip cut = fragment.of(clip, random(seed ^ CHANCE_OF_FRAGMENT, sound, epoch));
        double[] samples = shifted(TimeStretch.apply(cut, stretch).samples(), shift);
        if (noise.active()) {
            noise.addTo(samples, clip.sampleRateHertz(), random);
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return new AudioClip(samples, clip.sampleRateHertz());
    }

    /** The version of a spectrum in one epoch: levels of all bands, frame after frame, in decibels. */
    double[] applyToLevels(double[] levels, int bands, int sound, int epoch) {
        return spectrum.apply(levels, bands, random(~seed, sound, epoch));
    }

    /** Number of the version of a sound that an epoch takes. */
    int version(int epoch) {
        return !changesSounds() ? 0 : versions == 0 ? epoch : epoch % versions;
    }

    private static Random random(long seed, int sound, int epoch) {
        return new Random(new SplittableRandom(seed ^ (long) sound << 32 ^ epoch).nextLong());
    }

    private static double[] shifted(double[] samples, int shift) {
        double[] shifted = new double[samples.length];
        for (int i = Math.max(0, shift); i < Math.min(samples.length, samples.length + shift); i++) {
            shifted[i] = samples[i - shift];
        }
        return shifted;
    }
}
