package ganglion.cochlea.spectrum;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The power spectra of short frames of a signal: cut, taper, real Fourier transform, |X|^2. Frames are computed one at a
 * time into the caller's array; with a power of two as transform size nothing is allocated per frame.
 *
 * <p>Not thread safe: it owns the transform's working memory.
 */
public final class PowerSpectrum {

    static {
        // JTransforms would split transforms of 8192 samples or more over threads of its own. Callers run clips in
        // parallel,
        // and a result must not depend on the number of processors.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
    }

    private final int hopSamples;
    private final int fftSize;
    private final Framing framing;
    private final double[] window;
    private final double factor;
    private final DoubleFFT_1D transform;
    private final double[] work;

    /**
     * @param windowSamples length of a frame, at least 2
     * @param hopSamples samples from frame to frame, at least 1
     * @param options how to cut and transform
     */
    public PowerSpectrum(int windowSamples, int hopSamples, SpectrumOptions options) {
        this.hopSamples = hopSamples;
        this.fftSize = options.fftSizeFor(windowSamples);
        if (windowSamples < 2 || hopSamples < 1 || fftSize < windowSamples) {
            throw new IllegalArgumentException("no spectra of windows of " + windowSamples + " samples every "
                    + hopSamples + " with a transform of " + fftSize);
        }
        this.framing = options.framing();
        this.window = options.window().samples(windowSamples);
        this.factor = options.scale().factor(window);
        this.transform = new DoubleFFT_1D(fftSize);
        this.work = new double[fftSize];
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

    /**
     * Computes one frame.
     *
     * @param signal the whole signal
     * @param frame from 0 to {@link #frames} - 1
     * @param power takes {@link #bins()} values
     */
    public void compute(double[] signal, int frame, double[] power) {
        // The window is centred in the transform, as in librosa. Where in the transform the samples lie changes phases
        // only,
        // so that they can be put at its start.
        int margin = (fftSize - window.length) / 2;
        long first = switch (framing) {
            case CAUSAL -> (frame + 1L) * hopSamples - window.length;
            case WITHIN -> (long) frame * hopSamples + margin;
            case CENTRED, CENTRED_REFLECTED -> (long) frame * hopSamples - fftSize / 2 + margin;
        };
        taper(signal, first);
        transform.realForward(work);
        square(power);
    }

    private void taper(double[] signal, long first) {
        if (first >= 0 && first + window.length <= signal.length) {
            int offset = (int) first;
            for (int i = 0; i < window.length; i++) {
                work[i] = window[i] * signal[offset + i];
            }
        } else {
            for (int i = 0; i < window.length; i++) {
                work[i] = window[i] * beyond(signal, first + i);
            }
        }
        Arrays.fill(work, window.length, fftSize, 0);
    }

    private double beyond(double[] signal, long index) {
        if (index >= 0 && index < signal.length) {
            return signal[(int) index];
        }
        return framing == Framing.CENTRED_REFLECTED ? signal[mirrored(index, signal.length)] : 0;
    }

    /** Where an index beyond the ends falls when the signal is mirrored at them as often as need be. */
    private static int mirrored(long index, int length) {
        if (length == 1) {
            return 0;
        }
        long period = 2L * (length - 1);
        long within = Math.floorMod(index, period);
        return (int) Math.min(within, period - within);
    }

    /** The transform leaves Re[0], Re[n/2], then Re and Im of bins 1 to n/2 - 1. */
    private void square(double[] power) {
        int last = fftSize / 2;
        power[0] = factor * work[0] * work[0];
        power[last] = factor * work[1] * work[1];
        for (int bin = 1; bin < last; bin++) {
            double real = work[2 * bin];
            double imaginary = work[2 * bin + 1];
            power[bin] = factor * (real * real + imaginary * imaginary);
        }
    }
}
