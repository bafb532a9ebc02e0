package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;
import java.util.Arrays;

/**
 * The power spectra of short frames of a signal: framing, window function, real Fourier transform, |X|^2. Frames are
 * computed one at a time or, several times faster, in blocks; the numbers are the same to the last bit. Nothing is
 * allocated per frame (except for sizes whose half has a prime factor above 31).
 *
 * <p>Not thread safe: it has working memory.
 */
public final class PowerSpectrum {

    /** One cache line: with hops of a power of two, the samples of all lanes would fall into one set of the cache. */
    private static final int GAP_SAMPLES = 8;

    private final int hopSamples;
    private final int fftSize;
    private final int lanes;
    private final Framing framing;
    private final double[] window;
    private final double factor;
    private final FrameTransform transform;
    private final double[][] rows;
    /** Samples from frame to frame that belong to a frame. */
    private final int partSamples;
    /** Distance of neighbouring parts in {@link #parts}. */
    private final int pitch;
    /** The samples of a block of frames, part after part, with gaps. */
    private final double[] parts;

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
        this.window = options.window().samples(windowSamples);
        this.factor = options.scale().factor(window);
        this.transform = FrameTransform.of(fftSize, lanes);
        this.rows = new double[bins()][lanes];
        this.partSamples = Math.min(hopSamples, windowSamples);
        this.pitch = partSamples + GAP_SAMPLES;
        this.parts = new double[(lanes + (windowSamples - 1) / partSamples) * pitch];
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
        computeBlock(signal, frame, 1);
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
        int margin = (fftSize - window.length) / 2;
        long first = switch (framing) {
            case CAUSAL -> (frame + 1L) * hopSamples - window.length;
            case WITHIN -> (long) frame * hopSamples + margin;
            case CENTRED, CENTRED_REFLECTED -> (long) frame * hopSamples - fftSize / 2 + margin;
        };
        collect(signal, first, count);
        return transformed();
    }

    /** Computes one frame per lane, the first from sample {@code first} on. */
    double[][] computeAt(double[] signal, int first) {
        collect(signal, first, lanes);
        return transformed();
    }

    private void collect(double[] signal, long first, int count) {
        long samples = (count - 1L) * hopSamples + window.length;
        for (int part = 0; (long) part * hopSamples < samples; part++) {
            long from = first + (long) part * hopSamples;
            int to = part * pitch;
            int length = (int) Math.min(partSamples, samples - (long) part * hopSamples);
            if (from >= 0 && from + length <= signal.length) {
                System.arraycopy(signal, (int) from, parts, to, length);
            } else {
                for (int i = 0; i < length; i++) {
                    parts[to + i] = beyond(signal, from + i);
                }
            }
        }
    }

    private double[][] transformed() {
        for (int i = 0; i < window.length; i++) {
            taper(row(i), parts, i / partSamples * pitch + i % partSamples, pitch, window[i]);
        }
        for (int i = window.length; i < fftSize; i++) {
            Arrays.fill(row(i), 0);
        }
        transform.power(factor, rows);
        return rows;
    }

    private double[] row(int sample) {
        return (sample % 2 == 0 ? transform.even() : transform.odd())[sample / 2];
    }

    private static void taper(double[] row, double[] samples, int first, int pitch, double weight) {
        int from = first;
        for (int lane = 0; lane < row.length; lane++) {
            row[lane] = weight * samples[from];
            from += pitch;
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
