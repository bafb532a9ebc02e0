package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.Decibels;

/**
 * The {@link Expression} of sound that is still going on, with the bits of the whole sound. Keeps the frames of the longest window, so that memory is constant.
 * Not thread safe.
 */
public final class ExpressionStream {

    /** Frames that fit, as a multiple of the longest window: so seldom is the rest moved to the front. */
    private static final int WINDOWS = 4;

    private final Expression expression;
    private final int bands;
    private final int longest;
    private final double[] powers;
    private final double[] levels;
    private final double[][] tracks;
    private final Overtones[] overtones;
    private int frames;

    /** The stream of an expression at rest. */
    ExpressionStream(Expression expression, int bands, int longest, Overtones[] overtones, int tracks) {
        this.expression = expression;
        this.bands = bands;
        this.longest = longest;
        this.powers = new double[WINDOWS * longest * bands];
        this.levels = new double[powers.length];
        this.tracks = new double[tracks][WINDOWS * longest];
        this.overtones = overtones;
    }

    /** Adds the powers of the bands of the next frame. */
    public void add(double[] frame) {
        if (frames == WINDOWS * longest) {
            forget();
        }
        System.arraycopy(frame, 0, powers, frames * bands, bands);
        System.arraycopy(Decibels.ofPowers(frame), 0, levels, frames * bands, bands);
        for (int i = 0; i < tracks.length; i++) {
            tracks[i][frames] = LevelTrack.of(frame, Expression.LEVEL_EXPONENTS[i]);
        }
        for (Overtones each : overtones) {
            each.add(powers, frames);
        }
        frames++;
    }

    private void forget() {
        int from = frames - longest;
        System.arraycopy(powers, from * bands, powers, 0, longest * bands);
        System.arraycopy(levels, from * bands, levels, 0, longest * bands);
        for (double[] track : tracks) {
            System.arraycopy(track, from, track, 0, longest);
        }
        frames = longest;
    }

    /** The numbers after the last frame, which ends a step. */
    public double[] row() {
        double[] row = new double[Expression.features()];
        expression.fill(row, tracks, powers, levels, overtones, frames - 1);
        return row;
    }

    /**
     * The level of a sound over time. With P the powers of the bands of a frame the level is {@code 10/p log10 sum P^p} dB: for an
     * exponent p of 1 that of the whole sound, for higher exponents, more and more that of its strongest partial, which stands
     * out from noise that is spread over all bands.
     */
    static final class LevelTrack {

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
}
