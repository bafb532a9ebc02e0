package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;

/**
 * Frames in which nine tones of known frequencies sound at amplitudes drawn anew, uniform from 0 to 1, among other tones. Others
 * have whole-number frequencies anywhere from {@value #LOWEST_OTHER_HERTZ} Hz to half the sample rate, and amplitudes as the nine.
 *
 * @param random of all draws
 * @param window samples of a frame
 * @param randomPhases whether tones start at random phases; else at a zero crossing
 * @param otherTones number of tones besides the nine
 */
record ToneMixtures(CounterRandom random, int window, boolean randomPhases, int otherTones) {

    /**
     * The notes C2, G2, C3, F3, A3, C4, E4, G4 and A4 to a whole number of hertz: at least two lines apart in the spectrum
     * of 64 samples, whose lines are 16 Hz apart.
     */
    static final int[] TONES_HERTZ = {65, 98, 131, 175, 220, 262, 330, 392, 440};

    static final double SAMPLE_RATE_HERTZ = 1024;
    static final int LOWEST_OTHER_HERTZ = 33;

    private static final int DRAWS_A_TONE = 3;

    /** A frame, and the amplitudes of the nine tones in it. */
    record Mixture(double[] frame, double[] amplitudes) {}

    /** The mixture of a number, always the same one. */
    Mixture at(long number) {
        CounterRandom draws = random.branch(number);
        double[] frame = new double[window];
        double[] amplitudes = new double[TONES_HERTZ.length];
        for (int tone = 0; tone < TONES_HERTZ.length + otherTones; tone++) {
            double amplitude = draws.uniform((long) tone * DRAWS_A_TONE);
            double phase = randomPhases ? 2 * Math.PI * draws.uniform((long) tone * DRAWS_A_TONE + 1) : 0;
            double hertz;
            if (tone < TONES_HERTZ.length) {
                amplitudes[tone] = amplitude;
                hertz = TONES_HERTZ[tone];
            } else {
                int choice = (int) SAMPLE_RATE_HERTZ / 2 - LOWEST_OTHER_HERTZ;
                hertz = LOWEST_OTHER_HERTZ + draws.below((long) tone * DRAWS_A_TONE + 2, choice);
            }
            add(frame, amplitude, phase, hertz);
        }
        return new Mixture(frame, amplitudes);
    }

    private static void add(double[] frame, double amplitude, double phase, double hertz) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] += amplitude * StrictMath.sin(phase + 2 * Math.PI * hertz * i / SAMPLE_RATE_HERTZ);
        }
    }
}
