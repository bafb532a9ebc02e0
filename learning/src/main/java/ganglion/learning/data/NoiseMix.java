package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.resample.Resampler;
import java.util.List;
import java.util.Random;

/**
 * Noise that is added to sounds at a ratio of powers, measured over the whole sound: {@code y = x + g n} with
 * {@code g = rms(x) / rms(n) 10^(-ratio / 20)}, scaled down if its peak would exceed 0.99 of full scale. Noise begins anywhere in its
 * clip, and starts over where the clip ends.
 *
 * @param clips of noise, each equally likely; white noise if there is none
 * @param lowestRatioDecibels lowest signal-to-noise ratio
 * @param highestRatioDecibels highest signal-to-noise ratio; ratios are drawn uniformly in between
 * @param share of the sounds to which noise is added, 0 for none to 1 for all
 */
public record NoiseMix(List<AudioClip> clips, double lowestRatioDecibels, double highestRatioDecibels, double share) {

    /** No noise. */
    public static final NoiseMix NONE = new NoiseMix(List.of(), 0, 0, 0);

    private static final double LARGEST_PEAK = 0.99;

    /** @throws IllegalArgumentException if a number is out of range, or a clip has no sample */
    public NoiseMix {
        clips = List.copyOf(clips);
        boolean finite = Double.isFinite(lowestRatioDecibels) && Double.isFinite(highestRatioDecibels);
        if (!finite || lowestRatioDecibels > highestRatioDecibels || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("noise at " + lowestRatioDecibels + " to " + highestRatioDecibels
                    + " dB for a share of " + share + ", expected ratios in ascending order and a share from 0 to 1");
        }
        if (clips.stream().anyMatch(clip -> clip.samples().length == 0)) {
            throw new IllegalArgumentException("a clip of noise has no sample");
        }
    }

    /** White noise for all sounds. */
    public static NoiseMix white(double lowestRatioDecibels, double highestRatioDecibels) {
        return new NoiseMix(List.of(), lowestRatioDecibels, highestRatioDecibels, 1);
    }

    /** Whether noise is added to any sound. */
    public boolean active() {
        return share > 0;
    }

    private static AudioClip resampled(AudioClip clip, double rateHertz) {
        return clip.sampleRateHertz() == rateHertz
                ? clip
                : new AudioClip(
                        Resampler.between(clip.sampleRateHertz(), rateHertz).resample(clip.samples()), rateHertz);
    }

    /** Lays noise over samples in place, as chance has it. */
    void addTo(double[] samples, double sampleRateHertz, Random random) {
        double drawn = random.nextDouble();
        double ratio = lowestRatioDecibels + (highestRatioDecibels - lowestRatioDecibels) * random.nextDouble();
        if (drawn >= share) {
            return;
        }
        double[] noise =
                clips.isEmpty() ? white(samples.length, random) : excerpt(samples.length, sampleRateHertz, random);
        double noiseLevel = rootMeanSquare(noise);
        double factor = noiseLevel == 0 ? 0 : rootMeanSquare(samples) / noiseLevel * Math.pow(10, -ratio / 20);
        double peak = 0;
        for (int i = 0; i < samples.length; i++) {
            samples[i] += factor * noise[i];
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        double scale = 1 / Math.max(1, peak / LARGEST_PEAK);
        for (int i = 0; i < samples.length && scale < 1; i++) {
            samples[i] *= scale;
        }
    }

    private static double[] white(int count, Random random) {
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = random.nextGaussian();
        }
        return noise;
    }

    private double[] excerpt(int count, double rateHertz, Random random) {
        double[] all =
                resampled(clips.get(random.nextInt(clips.size())), rateHertz).samples();
        int start = random.nextInt(all.length);
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = all[(start + i) % all.length];
        }
        return noise;
    }

    private static double rootMeanSquare(double[] samples) {
        double sum = 0;
        for (double sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, samples.length));
    }
}
