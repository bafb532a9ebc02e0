package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.RealTransform;
import ganglion.cochlea.spectrum.TransformWork;
import ganglion.cochlea.spectrum.WindowFunction;

/**
 * Power and frequency in each bin of a short-time Fourier transform, for the last frames. With X the spectrum
 * of a frame and X' that of the frame before, h samples earlier, the frequency in bin k of a window of n samples is
 *
 * <pre>
 *   rate (k / n + arg(X X'* exp(-2 pi i k h / n)) / (2 pi h))
 * </pre>
 *
 * the instantaneous frequency of Flanagan's and Golden's phase vocoder (1966), exact for a steady tone that is alone in
 * its bin and within rate / (2 h) of its centre. Only the second term, the departure from the centre of the bin, is stored.
 */
final class PhaseAdvance {

    private final double rateHertz;
    private final int hopSamples;
    private final double[] window;
    /** The samples of the last frame. */
    private final double[] recent;

    private final double[] work;
    private final RealTransform transform;
    private final int bins;
    private final int kept;
    private final double[] powers;
    private final double[] departures;
    private final double[] real;
    private final double[] imaginary;
    private final double[] turnReal;
    private final double[] turnImaginary;
    private int frames;

    /**
     * @param windowSamples length of a frame, even
     * @param kept number of past frames that stay available
     */
    PhaseAdvance(double rateHertz, int windowSamples, int hopSamples, int kept) {
        this.rateHertz = rateHertz;
        this.hopSamples = hopSamples;
        this.window = WindowFunction.HANN.samples(windowSamples);
        this.recent = new double[windowSamples];
        this.work = new double[windowSamples];
        this.transform = new RealTransform(windowSamples);
        this.bins = windowSamples / 2;
        this.kept = kept;
        this.powers = new double[kept * bins];
        this.departures = new double[kept * bins];
        this.real = new double[bins];
        this.imaginary = new double[bins];
        this.turnReal = new double[bins];
        this.turnImaginary = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            double turn = 2 * Math.PI * Math.floorMod((long) bin * hopSamples, (long) windowSamples) / windowSamples;
            turnReal[bin] = Math.cos(turn);
            turnImaginary[bin] = Math.sin(turn);
        }
    }

    /** Number of bins, without the one at half the rate. */
    int bins() {
        return bins;
    }

    /** Frequency at the centre of a bin. */
    double hertz(int bin) {
        return bin * rateHertz / window.length;
    }

    /**
     * Adds the next frame, which ends a hop after the last; before the start of the sound there is silence.
     *
     * @param samples hold the hop, from {@code offset} on
     */
    void add(double[] samples, int offset) {
        int fresh = Math.min(hopSamples, recent.length);
        System.arraycopy(recent, fresh, recent, 0, recent.length - fresh);
        System.arraycopy(samples, offset + hopSamples - fresh, recent, recent.length - fresh, fresh);
        for (int i = 0; i < work.length; i++) {
            work[i] = window[i] * recent[i];
        }
        transform.apply(work);
        work[1] = 0; // half the rate, which is left out
        int row = frames % kept * bins;
        for (int bin = 0; bin < bins; bin++) {
            double a = work[2 * bin];
            double b = work[2 * bin + 1];
            // Times the conjugate of the frame before.
            double c = a * real[bin] + b * imaginary[bin];
            double d = b * real[bin] - a * imaginary[bin];
            double advanceReal = c * turnReal[bin] + d * turnImaginary[bin];
            double advanceImaginary = d * turnReal[bin] - c * turnImaginary[bin];
            powers[row + bin] = a * a + b * b;
            departures[row + bin] = Math.atan2(advanceImaginary, advanceReal) * rateHertz / (2 * Math.PI * hopSamples);
            real[bin] = a;
            imaginary[bin] = b;
        }
        frames++;
    }

    /** Operations of {@link #add}. */
    OperationCounts operationsPerFrame() {
        OperationCounts bin = OperationCounts.NONE
                .andMultiplyAdds(8 + 1)
                .andMagnitudes(1)
                .andExponentials(1)
                .andDivisions(1);
        return bin.times(bins)
                .plus(TransformWork.ofRealTransform(window.length))
                .andMultiplyAdds(window.length);
    }

    /** Number of frames so far. */
    int frames() {
        return frames;
    }

    /** Power in a bin, {@code back} frames before the last, in the scale of the transform. */
    double power(int bin, int back) {
        return powers[(frames - 1 - back) % kept * bins + bin];
    }

    /** Departure of the frequency in a bin from its centre, in hertz. */
    double departureHertz(int bin, int back) {
        return departures[(frames - 1 - back) % kept * bins + bin];
    }
}
