package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.Decibels;

/**
 * The bands outside the strongest one and its neighbours: their share of the power, and how far their fluctuation departs
 * from that of the strongest band. With z the complex fluctuation of a band at one rate and w the root of its power
 * relative to the strongest's, the departure is {@code sum w |z - z_strongest|}.
 */
final class Overtones {

    /** Neighbours on each side that a partial spreads to. */
    private static final int NEIGHBOURS = 2;

    /** Share of a new frame in the running mean of the powers. */
    private static final double SMOOTHING = 0.1;

    private final Fluctuation fluctuation;
    private final int bands;
    private final double[] smoothed;
    private double powerShare;
    private double departure;
    private double meanDeparture;

    Overtones(Fluctuation fluctuation, int bands) {
        this.fluctuation = fluctuation;
        this.bands = bands;
        this.smoothed = new double[bands];
    }

    /** Adds the powers of the next frame. */
    void add(double[] powers, int frame) {
        for (int band = 0; band < bands; band++) {
            smoothed[band] += SMOOTHING * (powers[frame * bands + band] - smoothed[band]);
        }
    }

    /** Measures the frames up to the last one; false if there are fewer than the window has. */
    boolean measure(double[] levels, int frame) {
        if (frame < fluctuation.frames() - 1) {
            return false;
        }
        int strongest = strongest();
        double even = fluctuation.even(levels, frame, strongest, bands);
        double odd = fluctuation.odd(levels, frame, strongest, bands);
        double total = 0;
        double outside = 0;
        double weights = 0;
        departure = 0;
        for (int band = 0; band < bands; band++) {
            total += smoothed[band];
            if (Math.abs(band - strongest) > NEIGHBOURS) {
                double weight = Math.sqrt(smoothed[band] / (smoothed[strongest] + Decibels.SMALLEST_POWER));
                outside += smoothed[band];
                weights += weight;
                departure += weight
                        * Math.hypot(
                                fluctuation.even(levels, frame, band, bands) - even,
                                fluctuation.odd(levels, frame, band, bands) - odd);
            }
        }
        powerShare = outside / (total + Decibels.SMALLEST_POWER);
        meanDeparture = departure / (weights + SMOOTHING * SMOOTHING);
        return true;
    }

    /** Operations of {@link #add}. */
    OperationCounts operationsPerFrame() {
        return OperationCounts.NONE.andMultiplyAdds(2).times(bands);
    }

    /** Operations of {@link #measure}. */
    OperationCounts operationsPerMeasurement() {
        OperationCounts outside = OperationCounts.HYPOTENUSE
                .plus(fluctuation.operations())
                .andDivisions(1)
                .andSquareRoots(1)
                .andMultiplyAdds(6)
                .times(Math.max(0, bands - 1 - NEIGHBOURS));
        return outside.plus(fluctuation.operations())
                .andComparisons(bands - 1)
                .andMultiplyAdds(bands + 2)
                .andDivisions(2);
    }

    private int strongest() {
        int strongest = 0;
        for (int band = 1; band < bands; band++) {
            strongest = smoothed[band] > smoothed[strongest] ? band : strongest;
        }
        return strongest;
    }

    /** Share of the power, 0 to 1. */
    double powerShare() {
        return powerShare;
    }

    /** Departure in decibels, summed over the bands. */
    double departure() {
        return departure;
    }

    /** Departure in decibels, averaged over the bands. */
    double meanDeparture() {
        return meanDeparture;
    }
}
