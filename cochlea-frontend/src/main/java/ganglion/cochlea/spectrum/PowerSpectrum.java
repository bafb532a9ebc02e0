package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import java.util.Arrays;

/**
 * The power spectra of short frames of a signal: framing, window function, real Fourier transform, |X|^2. Frames are
 * computed one at a time or, several times faster, in blocks; the numbers are the same to the last bit. Nothing is
 * allocated per frame (except for sizes whose half has a prime factor above 31).
 *
 * <p>Not thread safe: it has working memory.
 */
public final class PowerSpectrum {

    /** Parts that are gathered at once: one cache line of a row. */
    private static final int GROUP = 8;

    private final int hopSamples;
    private final int fftSize;
    private final int lanes;
    private final Framing framing;
    private final int windowSamples;
    private final FrameTransform transform;
    /** Samples from frame to frame that belong to a frame: the length of a part. */
    private final int partSamples;
    /** Row i holds sample i of each part of a block; parts begin a hop after one another. */
    private final double[][] parts;

    /**
     * @param windowSamples length of a frame, at least 2
     * @param hopSamples samples from frame to frame, at least 1
     * @param options framing, window function, transform size and scale
     */
    public PowerSpectrum(int windowSamples, int hopSamples, SpectrumOptions options) {
        this(windowSamples, hopSamples, options, 1);
    }

    /** @param lanes frames per block, at least 1 */
    PowerSpectrum(int windowSamples, int hopSamples, SpectrumOptions options, int lanes) {
        this.hopSamples = hopSamples;
        this.fftSize = options.fftSizeFor(windowSamples);
        if (windowSamples < 2 || hopSamples < 1 || fftSize < windowSamples) {
            throw new IllegalArgumentException("no spectra of windows of " + windowSamples + " samples every "
                    + hopSamples + " with a transform of " + fftSize);
        }
        this.lanes = lanes;
        this.framing = options.framing();
        this.windowSamples = windowSamples;
        this.transform = FrameTransform.of(weights(options), lanes);
        this.partSamples = Math.min(hopSamples, windowSamples);
        this.parts = new double[partSamples][lanes + (windowSamples - 1) / partSamples];
    }

    /** The window times the scale of amplitudes, and zeros. */
    private double[] weights(SpectrumOptions options) {
        double[] window = options.window().samples(windowSamples);
        double factor = options.scale().amplitudeFactor(window);
        double[] weights = new double[fftSize];
        Arrays.setAll(weights, i -> i < windowSamples ? factor * window[i] : 0);
        return weights;
    }

    /** Number of frequencies: bin j lies at j * rate / (2 (bins - 1)), from 0 Hz to half the sample rate. */
    public int bins() {
        return fftSize / 2 + 1;
    }

    /** Number of frames in a signal of the given number of samples. */
    public int frames(int samples) {
        return switch (framing) {
            case CAUSAL -> samples / hopSamples;
            case WITHIN -> samples < fftSize ? 0 : 1 + (samples - fftSize) / hopSamples;
            case CENTRED, CENTRED_REFLECTED -> samples == 0 ? 0 : 1 + samples / hopSamples;
        };
    }

    /** Operations of the taper, per frame. */
    public static OperationCounts operationsOfWindow(int windowSamples) {
        return OperationCounts.NONE.andMultiplyAdds(windowSamples);
    }

    /** Operations from tapered samples to powers, per frame: the transform, then the magnitude of each bin times a factor. */
    public static OperationCounts operationsOfTransform(int fftSize) {
        int bins = fftSize / 2 + 1;
        return TransformWork.ofRealTransform(fftSize).andMagnitudes(bins).andMultiplyAdds(bins);
    }

    /**
     * Computes one frame.
     *
     * @param signal the whole signal
     * @param frame from 0 to {@link #frames} - 1
     * @param power receives {@link #bins()} values
     */
    public void compute(double[] signal, int frame, double[] power) {
        double[][] rows = computeBlock(signal, frame, 1);
        for (int bin = 0; bin < rows.length; bin++) {
            power[bin] = rows[bin][0];
        }
    }

    /**
     * Computes a block of frames.
     *
     * @return a row per frequency, whose first {@code count} values are those of the frames; valid until the next call
     */
    double[][] computeBlock(double[] signal, int frame, int count) {
        // The window is centred in the transform, as in librosa. The position of the samples in the transform changes
        // phases only, so that they can be put at its start.
        int margin = (fftSize - windowSamples) / 2;
        long first = switch (framing) {
            case CAUSAL -> (frame + 1L) * hopSamples - windowSamples;
            case WITHIN -> (long) frame * hopSamples + margin;
            case CENTRED, CENTRED_REFLECTED -> (long) frame * hopSamples - fftSize / 2 + margin;
        };
        return transformed(signal, first, count);
    }

    /** Computes one frame per lane, the first from sample {@code first} on. */
    double[][] computeAt(double[] signal, int first) {
        return transformed(signal, first, lanes);
    }

    private double[][] transformed(double[] signal, long first, int count) {
        gather(signal, first, count + (windowSamples - 1) / partSamples);
        double[][] samples = transform.samples();
        for (int i = 0; i < windowSamples; i++) {
            System.arraycopy(parts[i % partSamples], i / partSamples, samples[i], 0, lanes);
        }
        for (int i = windowSamples; i < fftSize; i++) {
            Arrays.fill(samples[i], 0);
        }
        return transform.power();
    }

    /** Fills the first columns of the rows of parts. */
    private void gather(double[] signal, long first, int columns) {
        int column = 0;
        while (column < columns) {
            long from = first + (long) column * hopSamples;
            if (column + GROUP <= columns
                    && from >= 0
                    && from + (GROUP - 1L) * hopSamples + partSamples <= signal.length) {
                gatherGroup(signal, (int) from, column);
                column += GROUP;
            } else {
                for (int i = 0; i < partSamples; i++) {
                    parts[i][column] = beyond(signal, from + i);
                }
                column++;
            }
        }
    }

    /** Reads eight parts side by side and writes whole cache lines. */
    private void gatherGroup(double[] signal, int first, int column) {
        int hop = hopSamples;
        for (int i = 0; i < partSamples; i++) {
            double[] row = parts[i];
            int from = first + i;
            row[column] = signal[from];
            row[column + 1] = signal[from + hop];
            row[column + 2] = signal[from + 2 * hop];
            row[column + 3] = signal[from + 3 * hop];
            row[column + 4] = signal[from + 4 * hop];
            row[column + 5] = signal[from + 5 * hop];
            row[column + 6] = signal[from + 6 * hop];
            row[column + 7] = signal[from + 7 * hop];
        }
    }

    private double beyond(double[] signal, long index) {
        if (index >= 0 && index < signal.length) {
            return signal[(int) index];
        }
        return framing == Framing.CENTRED_REFLECTED ? signal[mirrored(index, signal.length)] : 0;
    }

    /** The index of the sample that an index beyond the ends is mirrored to. */
    private static int mirrored(long index, int length) {
        if (length == 1) {
            return 0;
        }
        long period = 2L * (length - 1);
        long within = Math.floorMod(index, period);
        return (int) Math.min(within, period - within);
    }
}
