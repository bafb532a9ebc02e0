package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;
import java.util.Arrays;
import java.util.Random;

/**
 * A piece of a sound, cut out anywhere, as the founding study tried its classifier on 300 ms of a note. A piece that is 40 dB weaker than
 * the whole sound is drawn again, a limited number of times: after a note has ended there is only silence.
 *
 * @param seconds length of a piece; shorter sounds are not cut; 0 for whole sounds
 */
public record Fragment(double seconds) {

    /** Whole sounds. */
    public static final Fragment NONE = new Fragment(0);

    private static final int MOST_DRAWS = 100;
    private static final double WEAKEST_POWER_SHARE = 1e-4;

    /** @throws IllegalArgumentException if the length is negative or not finite */
    public Fragment {
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found fragments of " + seconds + " s, expected 0 or more");
        }
    }

    /** Whether it cuts anything. */
    boolean active() {
        return seconds > 0;
    }

    /** A piece of a sound. */
    AudioClip of(AudioClip clip, Random random) {
        int length = (int) Math.round(seconds * clip.sampleRateHertz());
        double[] samples = clip.samples();
        if (!active() || length >= samples.length) {
            return clip;
        }
        double weakest = WEAKEST_POWER_SHARE * meanPower(samples, 0, samples.length);
        int from = random.nextInt(samples.length - length + 1);
        for (int draw = 1; draw < MOST_DRAWS && meanPower(samples, from, length) < weakest; draw++) {
            from = random.nextInt(samples.length - length + 1);
        }
        return new AudioClip(Arrays.copyOfRange(samples, from, from + length), clip.sampleRateHertz());
    }

    private static double meanPower(double[] samples, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += samples[i] * samples[i];
        }
        return sum / length;
    }
}
