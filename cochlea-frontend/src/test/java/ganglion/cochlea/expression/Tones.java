package ganglion.cochlea.expression;

import java.util.Random;

/** Sounds of known pitch for tests. */
final class Tones {

    static final double RATE_HERTZ = 16_000;

    private Tones() {}

    /** What a partial does: a frequency that moves in a sine, and a level. */
    record Partial(double hertz, double amplitude, double vibratoHertz, double cents, double phase) {

        static Partial steady(double hertz, double amplitude) {
            return new Partial(hertz, amplitude, 1, 0, 0);
        }
    }

    /** Two seconds of partials at once. */
    static double[] of(Partial... partials) {
        double[] samples = new double[32_000];
        for (Partial partial : partials) {
            double turns = 0;
            for (int i = 0; i < samples.length; i++) {
                double angle = 2 * Math.PI * partial.vibratoHertz * i / RATE_HERTZ + partial.phase;
                turns += partial.hertz * Math.pow(2, partial.cents * Math.sin(angle) / 1200) / RATE_HERTZ;
                samples[i] += partial.amplitude * Math.sin(2 * Math.PI * turns);
            }
        }
        return samples;
    }

    /** The same with white noise of a deviation, and at another gain. */
    static double[] disturbed(double[] samples, double deviation, double gain) {
        Random random = new Random(3);
        double[] disturbed = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            disturbed[i] = gain * (samples[i] + deviation * random.nextGaussian());
        }
        return disturbed;
    }
}
