package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The breath of a player for a note that a machine plays: an irregular drift of level and pitch, in some notes an irregular vibrato of
 * both, and unsteady breath noise. So one recording gives two sounds that differ in nothing else, and a network learns what makes the
 * difference.
 *
 * <p>Ranges contain those of the bundled flutes, whose recorded notes were given such a breath when the set was made: level drift of
 * 0.6 to 1.6 dB with a power of 1/f from 0.4 to 12 Hz, pitch drift of 2 to 8 cents with a power of 1/f from 0.3 to 6 Hz (6 cents in
 * the set), vibrato of 4.2 to 6.4 Hz, up to 1.2 dB and up to 20 cents (14 in the set) in 60 % of the notes, breath noise 28 to 46 dB
 * below the note.
 */
final class Breath {

    private static final double VIBRATO_SHARE = 0.6;

    private final Random random;
    private final double rateHertz;
    private final int count;

    private Breath(long seed, AudioClip clip) {
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.rateHertz = clip.sampleRateHertz();
        this.count = clip.samples().length;
    }

    /** A note as a player would play it: a function of the note and the seed. */
    static AudioClip given(AudioClip clip, long seed) {
        Breath breath = new Breath(seed, clip);
        double[] decibels = breath.drift(0.4, 12, breath.between(0.6, 1.6));
        double[] cents = breath.drift(0.3, 6, breath.between(2, 8));
        if (breath.random.nextDouble() < VIBRATO_SHARE) {
            breath.addVibrato(decibels, cents);
        }
        double[] bent = PitchBend.apply(clip.samples(), cents);
        double[] played = breath.noise(bent);
        for (int i = 0; i < played.length; i++) {
            played[i] += bent[i] * Math.pow(10, decibels[i] / 20);
        }
        return new AudioClip(played, clip.sampleRateHertz());
    }

    private double[] drift(double lowestHertz, double highestHertz, double deviation) {
        double[] values = new SlowNoise(random, rateHertz, count, lowestHertz, highestHertz).values();
        for (int i = 0; i < count; i++) {
            values[i] *= deviation;
        }
        return values;
    }

    private void addVibrato(double[] levels, double[] cents) {
        double[] rate = new SlowNoise(random, rateHertz, count, 0.3, 3).values();
        double[] depth = new SlowNoise(random, rateHertz, count, 0.3, 2).values();
        double hertz = between(4.2, 6.4);
        double onsetSeconds = between(0, 0.8);
        double mostDecibels = between(0, 1.2);
        double mostCents = between(0, 20);
        double phase = 0;
        for (int i = 0; i < count; i++) {
            phase += 2 * Math.PI * hertz * (1 + 0.12 * rate[i]) / rateHertz;
            double rise = clamped((i / rateHertz - onsetSeconds) / 0.5, 1);
            double wave = rise * clamped(1 + 0.5 * depth[i], 2) * Math.sin(phase);
            levels[i] += mostDecibels * wave;
            cents[i] += mostCents * wave;
        }
    }

    /** Noise that follows the level of the note within about 10 ms, with less of the high frequencies. */
    private double[] noise(double[] samples) {
        double level = Math.pow(10, -between(28, 46) / 20);
        double[] noise = new double[count];
        double power = 0;
        double coloured = 0;
        for (int i = 0; i < count; i++) {
            power += 0.006 * (samples[i] * samples[i] - power);
            coloured = 0.6 * coloured + 0.8 * random.nextGaussian();
            noise[i] = level * coloured * Math.sqrt(power);
        }
        return noise;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static double clamped(double value, double highest) {
        return Math.max(0, Math.min(highest, value));
    }

    /** Noise of power 1/f between two frequencies, with a deviation of 1: a sum of sines, drawn at some samples only. */
    record SlowNoise(Random random, double rateHertz, int count, double lowestHertz, double highestHertz) {

        /** Values in between are interpolated. */
        private static final int STEP_SAMPLES = 64;

        private static final int SINES = 60;

        double[] values() {
            int points = count / STEP_SAMPLES + 2;
            double[] drawn = new double[points];
            double power = 0;
            for (int k = 0; k < SINES; k++) {
                double hertz = lowestHertz + (highestHertz - lowestHertz) * (k + random.nextDouble()) / SINES;
                double amplitude = Math.abs(random.nextGaussian()) / Math.sqrt(hertz);
                double phase = 2 * Math.PI * random.nextDouble();
                power += amplitude * amplitude / 2;
                for (int p = 0; p < points; p++) {
                    drawn[p] += amplitude * Math.sin(2 * Math.PI * hertz * p * STEP_SAMPLES / rateHertz + phase);
                }
            }
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                int p = i / STEP_SAMPLES;
                double share = (double) (i % STEP_SAMPLES) / STEP_SAMPLES;
                values[i] = ((1 - share) * drawn[p] + share * drawn[p + 1]) / Math.sqrt(power);
            }
            return values;
        }
    }
}
