package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;

/** The strongest partials of a sound: the highest peaks of its power spectrum, smoothed over about ten frames. */
final class Partials {

    /** A peak is higher than this number of bins on each side; a Hann window spreads a tone over two. */
    private static final int NEIGHBOURS = 3;

    /** Lowest bin searched: hum and the rest of a constant lie below. */
    private static final int LOWEST_BIN = 5;

    private static final double SMOOTHING = 0.1;

    private final double[] smoothed;
    private final int[] peaks;
    private int count;

    /**
     * @param bins number of bins of a spectrum
     * @param most largest number of partials
     */
    Partials(int bins, int most) {
        this.smoothed = new double[bins];
        this.peaks = new int[most];
    }

    /** Adds the last frame. */
    void add(PhaseAdvance spectra) {
        for (int bin = 0; bin < smoothed.length; bin++) {
            smoothed[bin] += SMOOTHING * (spectra.power(bin, 0) - smoothed[bin]);
        }
    }

    /** Finds the partials and returns their number. */
    int find() {
        count = 0;
        for (int bin = LOWEST_BIN; bin < smoothed.length - NEIGHBOURS; bin++) {
            if (isPeak(bin)) {
                insert(bin);
            }
        }
        return count;
    }

    /** Operations of {@link #add}. */
    OperationCounts operationsPerFrame() {
        return OperationCounts.NONE.andMultiplyAdds(2).times(smoothed.length);
    }

    /** Operations of {@link #find}. */
    OperationCounts operationsPerSearch() {
        int searched = Math.max(0, smoothed.length - NEIGHBOURS - LOWEST_BIN);
        return OperationCounts.NONE.andComparisons(1 + 2L * NEIGHBOURS).times(searched);
    }

    /** Bin of a partial, the strongest first. */
    int bin(int partial) {
        return peaks[partial];
    }

    private boolean isPeak(int bin) {
        double power = smoothed[bin];
        boolean peak = power > 0;
        for (int i = 1; i <= NEIGHBOURS && peak; i++) {
            peak = power > below(bin - i) && power >= smoothed[bin + i];
        }
        return peak;
    }

    /** Bins that are not searched do not hide a peak. */
    private double below(int bin) {
        return bin < LOWEST_BIN ? 0 : smoothed[bin];
    }

    private void insert(int bin) {
        int place = count;
        while (place > 0 && smoothed[peaks[place - 1]] < smoothed[bin]) {
            place--;
        }
        if (place == peaks.length) {
            return;
        }
        count = Math.min(peaks.length, count + 1);
        System.arraycopy(peaks, place, peaks, place + 1, count - 1 - place);
        peaks[place] = bin;
    }
}
