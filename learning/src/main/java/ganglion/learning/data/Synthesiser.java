package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A steady note as a synthesiser plays it: one or two more layers out of tune with it, which beat, and vibrato and tremolo by a
 * low-frequency oscillator, which are exact sines. All of it fluctuates, as the note of a player does, and all of it is regular: with
 * such notes a network learns that fluctuation alone does not indicate a player.
 *
 * <p>Layers, in 60 % of the notes, are out of tune by 2 to 20 cents, to either side, and up to 8 dB softer; the oscillator goes at
 * 3 to 7 Hz, with a vibrato of 2 to 20 cents in 40 % of the notes and a tremolo of 0.2 to 1.5 dB in 30 %, and may set in late.
 */
final class Synthesiser {

    private static final double LAYERED_SHARE = 0.6;
    private static final double VIBRATO_SHARE = 0.4;
    private static final double TREMOLO_SHARE = 0.3;

    private final Random random;
    private final double rateHertz;

    private Synthesiser(long seed, double rateHertz) {
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.rateHertz = rateHertz;
    }

    /** A note as a synthesiser would play it: a function of the note and the seed. */
    static AudioClip given(AudioClip clip, long seed) {
        Synthesiser machine = new Synthesiser(seed, clip.sampleRateHertz());
        double[] layered = machine.layered(clip.samples());
        double[] wave = machine.oscillator(layered.length);
        double mostCents = machine.random.nextDouble() < VIBRATO_SHARE ? machine.between(2, 20) : 0;
        double mostDecibels = machine.random.nextDouble() < TREMOLO_SHARE ? machine.between(0.2, 1.5) : 0;
        double[] played = PitchBend.apply(layered, scaled(wave, mostCents));
        for (int i = 0; i < played.length; i++) {
            played[i] *= Math.pow(10, mostDecibels * wave[i] / 20);
        }
        return new AudioClip(played, clip.sampleRateHertz());
    }

    private double[] layered(double[] samples) {
        double[] sum = samples.clone();
        int layers = random.nextDouble() < LAYERED_SHARE ? 1 + random.nextInt(2) : 0;
        for (int layer = 0; layer < layers; layer++) {
            double[] cents = new double[samples.length];
            Arrays.fill(cents, between(2, 20) * (random.nextBoolean() ? 1 : -1));
            double gain = Math.pow(10, between(-8, 0) / 20);
            double[] bent = PitchBend.apply(samples, cents);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gain * bent[i];
            }
        }
        return sum;
    }

    /** A sine that may set in late. */
    private double[] oscillator(int count) {
        double hertz = between(3, 7);
        double phase = between(0, 2 * Math.PI);
        double onsetSeconds = between(-0.4, 0.6);
        double[] wave = new double[count];
        for (int i = 0; i < count; i++) {
            double seconds = i / rateHertz;
            double rise = Math.max(0, Math.min(1, (seconds - onsetSeconds) / 0.4));
            wave[i] = rise * Math.sin(2 * Math.PI * hertz * seconds + phase);
        }
        return wave;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
