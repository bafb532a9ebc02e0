package ganglion.cochlea.expression;

/**
 * Whether the pitch of a sound fluctuates, and its partials together ({@link Coherence}, in cents). Whoever plays a note moves all
 * partials by the same interval; layers that are out of tune beat, and noise disturbs, each partial by itself. The weight of a
 * partial is the root of its mean power.
 */
final class PitchAgreement {

    /** Cents in an interval of e: an octave is 1200. */
    private static final double CENTS_PER_NEPER = 1200 / Math.log(2);

    /** Where two tones beat and for a moment cancel each other, frequency goes anywhere. */
    private static final double LARGEST_CENTS = 50;

    /** Fluctuation in cents that counts as none. */
    private static final double SMALLEST_CENTS = 0.05;

    private static final double LOWEST_HERTZ = 50;

    private final Coherence coherence = new Coherence(SMALLEST_CENTS);
    private final Fluctuation fluctuation;
    /** Weights of the frames that a moment's frequency is taken over, the oldest first. */
    private final double[] smoothing;

    private final double[] cents;

    /**
     * @param fluctuation of what rate
     * @param smoothingFrames frames that the frequency of a moment is the mean of, weighed by power under a Hann window; 1 for none.
     *     Tones that beat within a partial then have about the frequency of the stronger one, which does not fluctuate
     */
    PitchAgreement(Fluctuation fluctuation, int smoothingFrames) {
        this.fluctuation = fluctuation;
        this.smoothing = new double[smoothingFrames];
        for (int i = 0; i < smoothingFrames; i++) {
            smoothing[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / smoothingFrames);
        }
        this.cents = new double[fluctuation.frames()];
    }

    /**
     * Looks back from the frame that was heard last; whether enough has been heard for that.
     *
     * @param count number of partials
     */
    boolean look(PhaseAdvance spectra, Partials partials, int count) {
        if (spectra.frames() < frames() || count == 0) {
            return false;
        }
        coherence.clear();
        for (int i = 0; i < count; i++) {
            double weight = Math.sqrt(follow(spectra, partials.bin(i)));
            double a = fluctuation.even(cents, cents.length - 1, 0, 1);
            double b = fluctuation.odd(cents, cents.length - 1, 0, 1);
            coherence.add(weight, a, b);
        }
        return true;
    }

    /** Number of frames that are looked back at; the one before is needed too, as two tell a frequency. */
    int frames() {
        return cents.length + smoothing.length;
    }

    /** Cents of a partial over the window, from its mean frequency, which power weighs; returns its mean power. */
    private double follow(PhaseAdvance spectra, int bin) {
        double power = 0;
        double moment = 0;
        int last = cents.length - 1;
        for (int i = 0; i <= last; i++) {
            cents[i] = smoothed(spectra, bin, last - i);
            power += spectra.power(bin, last - i);
            moment += spectra.power(bin, last - i) * cents[i];
        }
        double mean = power == 0 ? 0 : moment / power;
        double scale = CENTS_PER_NEPER / Math.max(LOWEST_HERTZ, spectra.hertz(bin) + mean);
        for (int i = 0; i <= last; i++) {
            cents[i] = Math.max(-LARGEST_CENTS, Math.min(LARGEST_CENTS, scale * (cents[i] - mean)));
        }
        return power / cents.length;
    }

    private double smoothed(PhaseAdvance spectra, int bin, int back) {
        if (smoothing.length == 1) {
            return spectra.departureHertz(bin, back);
        }
        double power = 0;
        double moment = 0;
        for (int i = 0; i < smoothing.length; i++) {
            int frame = back + smoothing.length - 1 - i;
            double weight = smoothing[i] * spectra.power(bin, frame);
            power += weight;
            moment += weight * spectra.departureHertz(bin, frame);
        }
        return power == 0 ? 0 : moment / power;
    }

    /** What was found when last looked. */
    Coherence coherence() {
        return coherence;
    }
}
