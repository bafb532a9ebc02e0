package ganglion.learning.data;

import java.util.Random;

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
