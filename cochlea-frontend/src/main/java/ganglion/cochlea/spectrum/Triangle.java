package ganglion.cochlea.spectrum;

/**
 * One band of a power spectrum: its weight rises in a straight line from 0 at the lower edge to the peak, and falls to 0 at the
 * upper edge.
 *
 * @param lowHertz lower edge, at least 0
 * @param peakHertz frequency of the peak, above the lower edge
 * @param highHertz upper edge, above the peak
 */
public record Triangle(double lowHertz, double peakHertz, double highHertz) {

    /** @throws IllegalArgumentException if the frequencies are not in order, or not finite */
    public Triangle {
        if (!(lowHertz >= 0 && lowHertz < peakHertz && peakHertz < highHertz && highHertz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found a band from " + lowHertz + " Hz over " + peakHertz + " Hz to "
                    + highHertz + " Hz, expected three frequencies of at least 0 Hz, each above the one before");
        }
    }

    /** The weight at a frequency, 1 at the peak. */
    double at(double hertz) {
        double rise = (hertz - lowHertz) / (peakHertz - lowHertz);
        double fall = (highHertz - hertz) / (highHertz - peakHertz);
        return Math.max(0, Math.min(rise, fall));
    }
}
