package ganglion.cochlea.spectrum;

import java.util.List;
import java.util.Objects;

/**
 * A mel filter bank: triangles, evenly spaced on a pitch scale unless each is given.
 *
 * @param bands number of bands, 1 to 4096
 * @param minimumHertz lower edge of the lowest band, at least 0; more on the logarithmic scale
 * @param maximumHertz upper edge of the highest band; infinity stands for half the sample rate
 * @param scale the pitch scale
 * @param norm the weight of the triangles
 * @param triangles the bands themselves, peaks ascending, in which case the scale has no effect; empty for evenly spaced bands
 */
public record MelParameters(
        int bands, double minimumHertz, double maximumHertz, MelScale scale, MelNorm norm, List<Triangle> triangles) {

    /** Bands at most. */
    public static final int MOST_BANDS = 4096;

    /** @throws IllegalArgumentException if a number is out of its range */
    public MelParameters {
        if (bands < 1 || bands > MOST_BANDS) {
            throw new IllegalArgumentException("mel bands are 1 to " + MOST_BANDS + ", not " + bands);
        }
        if (!(minimumHertz >= 0 && minimumHertz < maximumHertz)) {
            throw new IllegalArgumentException("mel bands reach from 0 Hz or more up to a higher frequency, not from "
                    + minimumHertz + " Hz to " + maximumHertz + " Hz");
        }
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(norm, "norm");
        if (scale == MelScale.LOGARITHMIC && minimumHertz == 0) {
            throw new IllegalArgumentException(
                    "mel bands on the logarithmic scale reach down to 0 Hz, expected a lowest frequency above 0 Hz");
        }
        triangles = List.copyOf(triangles);
        checkTriangles(bands, triangles);
    }

    private static void checkTriangles(int bands, List<Triangle> triangles) {
        if (!triangles.isEmpty() && triangles.size() != bands) {
            throw new IllegalArgumentException("found " + triangles.size() + " triangles for " + bands + " mel bands");
        }
        for (int band = 1; band < triangles.size(); band++) {
            double before = triangles.get(band - 1).peakHertz();
            double peak = triangles.get(band).peakHertz();
            if (!(before < peak)) {
                throw new IllegalArgumentException("found a band with its peak at " + peak + " Hz after one at "
                        + before + " Hz, expected peaks in ascending order");
            }
        }
    }

    /** Bands that are evenly spaced on a pitch scale. */
    public MelParameters(int bands, double minimumHertz, double maximumHertz, MelScale scale, MelNorm norm) {
        this(bands, minimumHertz, maximumHertz, scale, norm, List.of());
    }

    /**
     * Bands of which each is given.
     *
     * @param triangles at least one, peaks ascending
     * @throws IllegalArgumentException if peaks do not ascend
     */
    public static MelParameters of(List<Triangle> triangles, MelNorm norm) {
        double lowest = triangles.stream().mapToDouble(Triangle::lowHertz).min().orElse(0);
        double highest =
                triangles.stream().mapToDouble(Triangle::highHertz).max().orElse(Double.POSITIVE_INFINITY);
        return new MelParameters(triangles.size(), lowest, highest, MelScale.SLANEY, norm, triangles);
    }

    /** Bands over the whole range up to half the sample rate, on Slaney's scale, with triangles that peak at 1. */
    public static MelParameters of(int bands) {
        return new MelParameters(bands, 0, Double.POSITIVE_INFINITY, MelScale.SLANEY, MelNorm.NONE);
    }

    /** As many bands, evenly spaced between other frequencies. */
    public MelParameters withRange(double lowestHertz, double highestHertz) {
        return new MelParameters(bands, lowestHertz, highestHertz, scale, norm);
    }

    /** As many bands, evenly spaced on another pitch scale. */
    public MelParameters withScale(MelScale other) {
        return new MelParameters(bands, minimumHertz, maximumHertz, other, norm);
    }
}
