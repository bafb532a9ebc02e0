package ganglion.learning.model;

import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.Triangle;
import java.util.ArrayList;
import java.util.List;

/**
 * The triangles of {@link LearnedBands} for some values of its parameters, their weights, and how these change with the
 * parameters. {@link #set} computes all of it; gradients go back in two steps, from weights to edges and peaks, and from these to
 * parameters.
 */
public final class BandWeights {

    private final LearnedBands layer;
    private final int bins;
    private final double lowest;
    private final double span;
    private final double[] shares;
    private final double[] cumulated;
    private final double[] halfWidths;
    private final List<Triangle> triangles = new ArrayList<>();
    private final int[] firstBins;
    private final double[][][] rows = new double[4][][];

    /**
     * @param layer what the bands are
     * @param bins number of bins of the spectra
     */
    public BandWeights(LearnedBands layer, int bins) {
        this.layer = layer;
        this.bins = bins;
        this.lowest = layer.scale().mel(layer.lowestHertz());
        this.span = layer.scale().mel(layer.highestHertz()) - lowest;
        this.shares = new double[layer.bands() + 1];
        this.cumulated = new double[layer.bands()];
        this.halfWidths = new double[layer.bands()];
        this.firstBins = new int[layer.bands()];
        for (int kind = 0; kind < rows.length; kind++) {
            rows[kind] = new double[layer.bands()][];
        }
    }

    /** Computes triangles, weights and slopes for the values of the parameters. */
    public void set(double[] gap, double[] width) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double each : gap) {
            largest = Math.max(largest, each);
        }
        double sum = 0;
        for (int m = 0; m < shares.length; m++) {
            shares[m] = Math.exp(gap[m] - largest);
            sum += shares[m];
        }
        double done = 0;
        triangles.clear();
        for (int band = 0; band < layer.bands(); band++) {
            shares[band] /= sum;
            done += shares[band];
            cumulated[band] = done;
            halfWidths[band] = span / (layer.bands() + 1) * Math.exp(width[band]);
            triangles.add(triangle(band));
            weigh(band);
        }
        shares[layer.bands()] /= sum;
    }

    private double centre(int band) {
        return lowest + span * cumulated[band];
    }

    private boolean isCutBelow(int band) {
        return centre(band) - halfWidths[band] <= lowest;
    }

    private boolean isCutAbove(int band) {
        return centre(band) + halfWidths[band] >= lowest + span;
    }

    private Triangle triangle(int band) {
        MelScale scale = layer.scale();
        double low = isCutBelow(band) ? layer.lowestHertz() : scale.hertz(centre(band) - halfWidths[band]);
        double high = isCutAbove(band) ? layer.highestHertz() : scale.hertz(centre(band) + halfWidths[band]);
        return new Triangle(low, scale.hertz(centre(band)), high);
    }

    private void weigh(int band) {
        Triangle triangle = triangles.get(band);
        double low = triangle.lowHertz();
        double peak = triangle.peakHertz();
        double high = triangle.highHertz();
        int first = (int) Math.ceil(low / layer.binHertz());
        int count = Math.max(0, Math.min(bins, (int) Math.ceil(high / layer.binHertz())) - first);
        firstBins[band] = first;
        for (double[][] kind : rows) {
            kind[band] = new double[count];
        }
        for (int i = 0; i < count; i++) {
            double hertz = (first + i) * layer.binHertz();
            double factor = layer.transfer().powerFactor(hertz);
            boolean rises = hertz <= peak;
            double side = rises ? peak - low : high - peak;
            double weight = rises ? (hertz - low) / side : (high - hertz) / side;
            rows[0][band][i] = factor * weight;
            rows[1][band][i] = rises ? factor * (hertz - peak) / (side * side) : 0;
            rows[2][band][i] = factor * (rises ? -weight : weight) / side;
            rows[3][band][i] = rises ? 0 : factor * (hertz - peak) / (side * side);
        }
    }

    /** The triangles, peaks ascending. */
    public List<Triangle> triangles() {
        return List.copyOf(triangles);
    }

    /** The first bin that a band may weight above 0. */
    public int firstBin(int band) {
        return firstBins[band];
    }

    /** Weights of a band from {@link #firstBin} on; live. */
    public double[] weights(int band) {
        return rows[0][band];
    }

    /** Change of each weight with the lower edge (0), the peak (1) and the upper edge (2), per hertz; live. */
    public double[] slopes(int band, int corner) {
        return rows[1 + corner][band];
    }

    /**
     * Adds the gradients of the parameters.
     *
     * @param ofCorners gradient of lower edge, peak and upper edge of each band, per hertz: three numbers per band
     */
    public void addGradients(double[] ofCorners, double[] ofGap, double[] ofWidth) {
        int bands = layer.bands();
        double[] ofCentre = new double[bands];
        double weighted = 0;
        for (int band = 0; band < bands; band++) {
            Triangle triangle = triangles.get(band);
            double low = isCutBelow(band) ? 0 : ofCorners[3 * band] * hertzPerMel(triangle.lowHertz());
            double peak = ofCorners[3 * band + 1] * hertzPerMel(triangle.peakHertz());
            double high = isCutAbove(band) ? 0 : ofCorners[3 * band + 2] * hertzPerMel(triangle.highHertz());
            ofCentre[band] = low + peak + high;
            ofWidth[band] += halfWidths[band] * (high - low);
            weighted += ofCentre[band] * cumulated[band];
        }
        double above = 0;
        for (int m = bands; m >= 0; m--) {
            above += m < bands ? ofCentre[m] : 0;
            ofGap[m] += span * shares[m] * (above - weighted);
        }
    }

    private double hertzPerMel(double hertz) {
        return 1 / layer.scale().melsPerHertz(hertz);
    }
}
