package ganglion.learning.data;

import java.util.Random;

/**
 * Changes the spectrum of a sound, as another voice, instrument or room would: levels of bands are moved to other bands, all alike or
 * as another vocal tract moves its formants apart, stretched in time, tilted and bent across the bands. Deviations are those of
 * normal distributions around no change.
 *
 * @param shiftBands deviation of the shift, in bands
 * @param stretchShare deviation of the logarithm of the factor by which the sound is lengthened; longer sounds are cut
 * @param tiltDecibels deviation of the slope, from the middle of the bands to either end
 * @param bendDecibels deviation of a parabola, from the middle of the bands to either end
 * @param rippleDecibels deviation of the amplitude of a sine across the bands, of 0.5 to 2 periods
 * @param jitterDecibels deviation of each level by itself
 * @param warpBands deviation of two uneven shifts, in bands: one that grows from the middle of the bands to either end, in opposite
 *     directions, and one by a period of a sine across the bands
 */
public record SpectrumChange(
        double shiftBands,
        double stretchShare,
        double tiltDecibels,
        double bendDecibels,
        double rippleDecibels,
        double jitterDecibels,
        double warpBands) {

    /** No change. */
    public static final SpectrumChange NONE = new SpectrumChange(0, 0, 0, 0, 0, 0, 0);

    private static final double SILENCE_DECIBELS = -140;

    /** @throws IllegalArgumentException if a deviation is negative or not finite */
    public SpectrumChange {
        double[] deviations = {
            shiftBands, stretchShare, tiltDecibels, bendDecibels, rippleDecibels, jitterDecibels, warpBands
        };
        for (double deviation : deviations) {
            if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("found a deviation of " + deviation + ", expected 0 or more");
            }
        }
    }

    /** Whether it changes anything. */
    public boolean active() {
        return !equals(NONE);
    }

    /**
     * Changed levels, as many as there were.
     *
     * @param levels in decibels, frame after frame
     */
    double[] apply(double[] levels, int bands, Random random) {
        double shift = shiftBands * random.nextGaussian();
        double stretch = Math.exp(stretchShare * random.nextGaussian());
        double[] colour = colour(bands, random);
        double[] warp = warp(bands, random);
        int frames = levels.length / bands;
        double[] changed = new double[levels.length];
        for (int t = 0; t < frames; t++) {
            double from = t / stretch;
            for (int band = 0; band < bands; band++) {
                double level =
                        from > frames - 1 ? SILENCE_DECIBELS : between(levels, bands, from, band + shift + warp[band]);
                changed[t * bands + band] = level + colour[band] + jitterDecibels * random.nextGaussian();
            }
        }
        return changed;
    }

    /** By how many bands more than the shift each band moves. Draws nothing if none does, so that what else is drawn stays the same. */
    private double[] warp(int bands, Random random) {
        double[] warp = new double[bands];
        if (warpBands == 0) {
            return warp;
        }
        double spread = warpBands * random.nextGaussian();
        double wave = warpBands * random.nextGaussian();
        for (int band = 0; band < bands; band++) {
            double place = 2.0 * band / Math.max(1, bands - 1) - 1;
            warp[band] = spread * place + wave * Math.sin(Math.PI * place);
        }
        return warp;
    }

    private double[] colour(int bands, Random random) {
        double tilt = tiltDecibels * random.nextGaussian();
        double bend = bendDecibels * random.nextGaussian();
        double ripple = rippleDecibels * random.nextGaussian();
        double periods = 0.5 + 1.5 * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double[] colour = new double[bands];
        for (int band = 0; band < bands; band++) {
            double place = 2.0 * band / Math.max(1, bands - 1) - 1;
            colour[band] = tilt * place
                    + bend * (place * place - 1.0 / 3)
                    + ripple * Math.sin(Math.PI * periods * place + phase);
        }
        return colour;
    }

    /** Linear interpolation in time and across bands; beyond the lowest and highest band the level stays. */
    private static double between(double[] levels, int bands, double frame, double band) {
        int t = (int) frame;
        int next = Math.min(t + 1, levels.length / bands - 1);
        double share = frame - t;
        return (1 - share) * across(levels, bands, t, band) + share * across(levels, bands, next, band);
    }

    private static double across(double[] levels, int bands, int frame, double band) {
        double place = Math.max(0, Math.min(bands - 1, band));
        int low = (int) place;
        int high = Math.min(low + 1, bands - 1);
        double share = place - low;
        return (1 - share) * levels[frame * bands + low] + share * levels[frame * bands + high];
    }
}
