package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;

/**
 * Whether the pitch of a sound fluctuates, and its partials together ({@link Coherence}, in cents). A player moves all
 * partials by the same interval; detuned layers and noise disturb each partial by itself. The weight of a partial is the
 * root of its mean power.
 */
final class PitchAgreement {

    /** Cents in an interval of e: an octave is 1200. */
    private static final double CENTS_PER_NEPER = 1200 / Math.log(2);

    /** Limit for frequencies at moments when two beating tones cancel each other, where frequency is not defined. */
    private static final double LARGEST_CENTS = 50;

    /** Fluctuation in cents that counts as none. */
    private static final double SMALLEST_CENTS = 0.05;

    private static final double LOWEST_HERTZ = 50;

    private final Coherence coherence = new Coherence(SMALLEST_CENTS);
    private final Fluctuation fluctuation;
    /** Weights of the frames that the frequency is averaged over, the oldest first. */
    private final double[] smoothing;

    private final double[] cents;

    /**
     * @param fluctuation filters of the rate
     * @param smoothingFrames frames that the frequency is averaged over, weighted by power under a Hann window; 1 for none.
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
     * Measures the frames up to the last one; false if there are too few or no partials.
     *
     * @param count number of partials
     */
    boolean measure(PhaseAdvance spectra, Partials partials, int count) {
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

    /** Operations of {@link #measure} and of the results. */
    OperationCounts operations(int count) {
        int averaged = smoothing.length == 1 ? 0 : smoothing.length;
        OperationCounts frame = OperationCounts.NONE
                .andMultiplyAdds(3L * averaged)
                .andDivisions(averaged == 0 ? 0 : 1)
                .andMultiplyAdds(2 + 2)
                .andComparisons(2);
        OperationCounts mean =
                OperationCounts.NONE.andDivisions(4).andMultiplyAdds(2).andComparisons(1);
        return frame.times(cents.length)
                .plus(mean)
                .andSquareRoots(1)
                .plus(fluctuation.operations())
                .plus(Coherence.operationsPerPart())
                .times(count)
                .plus(Coherence.operationsOfResults());
    }

    /** Number of past frames needed, one of them before the window: a frequency takes two. */
    int frames() {
        return cents.length + smoothing.length;
    }

    /** Cents of a partial over the window, relative to its mean frequency weighted by power; returns its mean power. */
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

    /** The last measurement. */
    Coherence coherence() {
        return coherence;
    }
}
