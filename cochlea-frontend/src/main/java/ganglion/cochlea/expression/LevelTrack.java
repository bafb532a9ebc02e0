package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.Decibels;

/**
 * The level of a sound over time. With P the powers of the bands of a frame the level is {@code 10/p log10 sum P^p} dB: for an
 * exponent p of 1 that of the whole sound, for higher exponents, more and more that of its strongest partial, which stands
 * out from noise that is spread over all bands.
 */
final class LevelTrack {

    private LevelTrack() {}

    /** Operations per frame; a power of 1 takes none. */
    static OperationCounts operationsPerFrame(int bands, double exponent) {
        return OperationCounts.NONE
                .andComparisons(1)
                .andDivisions(1)
                .plus(exponent == 1 ? OperationCounts.NONE : OperationCounts.POWER)
                .andMultiplyAdds(1)
                .times(bands)
                .andComparisons(1)
                .andLogarithms(2)
                .andMultiplyAdds(2);
    }

    /**
     * The level of a frame in decibels.
     *
     * @param powers of its bands
     * @param exponent at least 1
     */
    static double of(double[] powers, double exponent) {
        // Relative to the largest power, as p-th powers would underflow.
        double largest = Decibels.SMALLEST_POWER;
        for (double power : powers) {
            largest = Math.max(largest, power);
        }
        double sum = 0;
        for (double power : powers) {
            sum += Math.pow(power / largest, exponent);
        }
        return 10 * Math.log10(largest) + 10 / exponent * Math.log10(Math.max(sum, Decibels.SMALLEST_POWER));
    }
}
