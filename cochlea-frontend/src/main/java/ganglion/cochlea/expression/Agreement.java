package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.Decibels;

/**
 * Whether the bands of a sound fluctuate together ({@link Coherence}, in decibels). The breath of a player moves all
 * partials at once; beating oscillators, and noise, move each by itself. The weight of a band is a power of its mean power.
 */
final class Agreement {

    /** Fluctuation in decibels that counts as none. */
    private static final double SMALLEST_FLUCTUATION = 0.02;

    private final Coherence coherence = new Coherence(SMALLEST_FLUCTUATION);
    private final Fluctuation fluctuation;
    private final int bands;
    private final double weightExponent;

    Agreement(Fluctuation fluctuation, int bands, double weightExponent) {
        this.fluctuation = fluctuation;
        this.bands = bands;
        this.weightExponent = weightExponent;
    }

    /**
     * Measures the frames up to this one; false if there are fewer than the window has.
     *
     * @param powers of all bands, frame after frame
     * @param levels the same in decibels
     */
    boolean measure(double[] powers, double[] levels, int frame) {
        if (frame < fluctuation.frames() - 1) {
            return false;
        }
        coherence.clear();
        for (int band = 0; band < bands; band++) {
            double a = fluctuation.even(levels, frame, band, bands);
            double b = fluctuation.odd(levels, frame, band, bands);
            double weight = weight(powers, frame, band);
            coherence.add(weight, a, b);
        }
        return true;
    }

    /** Operations of {@link #measure} and of the results. */
    OperationCounts operations() {
        OperationCounts weight =
                OperationCounts.POWER.andMultiplyAdds(fluctuation.frames() + 1).andDivisions(1);
        return weight.plus(fluctuation.operations())
                .plus(Coherence.operationsPerPart())
                .times(bands)
                .plus(Coherence.operationsOfResults());
    }

    private double weight(double[] powers, int frame, int band) {
        double sum = 0;
        for (int t = frame - fluctuation.frames() + 1; t <= frame; t++) {
            sum += powers[t * bands + band];
        }
        return Math.pow(sum / fluctuation.frames() + Decibels.SMALLEST_POWER, weightExponent);
    }

    /** The last measurement. */
    Coherence coherence() {
        return coherence;
    }
}
