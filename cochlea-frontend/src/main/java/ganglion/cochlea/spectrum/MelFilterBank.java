package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.MelParameters.MelNorm;
import ganglion.cochlea.transfer.EarTransfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Triangles over the bins of a power spectrum. Evenly spaced on a pitch scale, they are the same numbers as {@code
 * librosa.filters.mel}. Only the bins under a triangle are stored. Narrow low bands may cover no bin at all: their power is 0.
 * Immutable and thread safe.
 */
public final class MelFilterBank {

    /** Bands that are summed side by side: one cache line of a frame. */
    static final int BANDS_AT_ONCE = 8;

    private final List<Triangle> triangles;
    private final int[] firstBins;
    private final double[][] weights;
    private final int bins;

    /** A bank for sound that the outer and middle ear pass on as it is. */
    public MelFilterBank(MelParameters parameters, double sampleRateHertz, int fftSize) {
        this(parameters, sampleRateHertz, fftSize, EarTransfer.FLAT);
    }

    /**
     * @param parameters bands, range, scale and norm
     * @param sampleRateHertz samples per second
     * @param fftSize samples of the Fourier transform, even
     * @param transfer of the outer and middle ear, a factor of the weight of each bin
     * @throws IllegalArgumentException if the bands reach beyond half the sample rate
     */
    public MelFilterBank(MelParameters parameters, double sampleRateHertz, int fftSize, EarTransfer transfer) {
        double nyquist = sampleRateHertz / 2;
        double highest = parameters.maximumHertz() == Double.POSITIVE_INFINITY ? nyquist : parameters.maximumHertz();
        if (highest > nyquist || parameters.minimumHertz() >= highest) {
            throw new IllegalArgumentException("mel bands lie between 0 Hz and half the sample rate, " + nyquist
                    + " Hz, not between " + parameters.minimumHertz() + " Hz and " + highest + " Hz");
        }
        triangles = evenlySpaced(parameters, highest);
        firstBins = new int[parameters.bands()];
        weights = new double[parameters.bands()][];
        bins = fftSize / 2 + 1;
        double binHertz = sampleRateHertz / fftSize;
        for (int band = 0; band < parameters.bands(); band++) {
            firstBins[band] = Math.min(fftSize / 2, (int)
                    Math.max(0, Math.ceil(triangles.get(band).lowHertz() / binHertz)));
            weights[band] = weights(band, binHertz, fftSize / 2, parameters.norm());
            weigh(weights[band], firstBins[band], binHertz, transfer);
        }
    }

    private static void weigh(double[] triangle, int firstBin, double binHertz, EarTransfer transfer) {
        for (int i = 0; i < triangle.length; i++) {
            triangle[i] *= transfer.powerFactor((firstBin + i) * binHertz);
        }
    }

    private static List<Triangle> evenlySpaced(MelParameters parameters, double highestHertz) {
        MelScale scale = parameters.scale();
        double lowest = scale.mel(parameters.minimumHertz());
        double step = (scale.mel(highestHertz) - lowest) / (parameters.bands() + 1);
        double[] edges = new double[parameters.bands() + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = scale.hertz(lowest + i * step);
        }
        List<Triangle> triangles = new ArrayList<>();
        for (int band = 0; band < parameters.bands(); band++) {
            triangles.add(new Triangle(edges[band], edges[band + 1], edges[band + 2]));
        }
        return List.copyOf(triangles);
    }

    private double[] weights(int band, double binHertz, int lastBin, MelNorm norm) {
        Triangle triangle = triangles.get(band);
        double height = norm == MelNorm.SLANEY ? 2 / (triangle.highHertz() - triangle.lowHertz()) : 1;
        int end = Math.min(lastBin + 1, (int) Math.ceil(triangle.highHertz() / binHertz));
        double[] row = new double[Math.max(0, end - firstBins[band])];
        for (int i = 0; i < row.length; i++) {
            row[i] = height * triangle.at((firstBins[band] + i) * binHertz);
        }
        return row;
    }

    /** Number of bands. */
    public int bands() {
        return weights.length;
    }

    /** Number of bins of the spectra. */
    int bins() {
        return bins;
    }

    /** Frequencies of the triangles' peaks, ascending. */
    public double[] centresHertz() {
        return triangles.stream().mapToDouble(Triangle::peakHertz).toArray();
    }

    /** The weight of a bin in a band. */
    public double weight(int band, int bin) {
        int index = bin - firstBins[band];
        return index >= 0 && index < weights[band].length ? weights[band][index] : 0;
    }

    /** Operations per frame: a product for each weight that is not 0. */
    public OperationCounts operationsPerFrame() {
        return OperationCounts.NONE.andMultiplyAdds(Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(weight -> weight != 0)
                .count());
    }

    /**
     * Sums a power spectrum into bands.
     *
     * @param power value of each bin, from 0 Hz to half the sample rate
     * @param bands receives one value per band, from {@code offset} on
     */
    public void apply(double[] power, double[] bands, int offset) {
        for (int band = 0; band < weights.length; band++) {
            double[] triangle = weights[band];
            int first = firstBins[band];
            double sum = 0;
            for (int i = 0; i < triangle.length; i++) {
                sum += triangle[i] * power[first + i];
            }
            bands[offset + band] = sum;
        }
    }

    /**
     * Sums the power spectra of several frames into bands.
     *
     * @param power a row per bin, holding the values of the frames side by side
     * @param frames number of frames in use
     * @param work for intermediate results: at most {@link #BANDS_AT_ONCE} rows as long as those of the spectra
     * @param bands receives the powers frame after frame, from {@code offset} on
     */
    void apply(double[][] power, int frames, double[][] work, double[] bands, int offset) {
        for (int first = 0; first < weights.length; first += work.length) {
            int count = Math.min(work.length, weights.length - first);
            for (int i = 0; i < count; i++) {
                int band = first + i;
                WeightedRows.sum(power, firstBins[band], weights[band], 0, weights[band].length, work[i]);
            }
            int at = offset + first;
            for (int frame = 0; frame < frames; frame++) {
                for (int i = 0; i < count; i++) {
                    bands[at + i] = work[i][frame];
                }
                at += weights.length;
            }
        }
    }

    /**
     * One band of a power spectrum: its weight rises in a straight line from 0 at the lower edge to the peak, and falls to 0 at the
     * upper edge.
     *
     * @param lowHertz lower edge, at least 0
     * @param peakHertz frequency of the peak, above the lower edge
     * @param highHertz upper edge, above the peak
     */
    private record Triangle(double lowHertz, double peakHertz, double highHertz) {

        /** @throws IllegalArgumentException if the frequencies are not in order, or not finite */
        public Triangle {
            if (!(lowHertz >= 0
                    && lowHertz < peakHertz
                    && peakHertz < highHertz
                    && highHertz < Double.POSITIVE_INFINITY)) {
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
}
