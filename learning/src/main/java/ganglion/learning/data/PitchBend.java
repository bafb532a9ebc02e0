package ganglion.learning.data;

/** Bends the pitch of a sound from moment to moment: it is read faster where it is to be higher. */
final class PitchBend {

    private PitchBend() {}

    /**
     * A sound with its pitch changed, as long as it was.
     *
     * @param cents change at each sample; an octave is 1200
     */
    static double[] apply(double[] samples, double[] cents) {
        double[] bent = new double[samples.length];
        double place = 0;
        for (int i = 0; i < bent.length; i++) {
            bent[i] = at(samples, place);
            place += Math.pow(2, cents[i] / 1200);
        }
        return bent;
    }

    /** Between samples a cubic through four of them (Catmull and Rom); beyond the ends silence. */
    private static double at(double[] samples, double place) {
        int i = (int) Math.floor(place);
        double t = place - i;
        double a = sample(samples, i - 1);
        double b = sample(samples, i);
        double c = sample(samples, i + 1);
        double d = sample(samples, i + 2);
        return b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))) / 2;
    }

    private static double sample(double[] samples, int i) {
        return i < 0 || i >= samples.length ? 0 : samples[i];
    }
}
