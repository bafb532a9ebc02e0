package ganglion.cochlea.spectrum;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The Fourier transform of an even number of real samples, by JTransforms, in place. For powers of two it allocates nothing;
 * for other sizes the library allocates several times the size of a frame per call. Not thread safe.
 */
public final class RealTransform {

    static {
        // JTransforms would split transforms of 8192 samples or more over threads of its own. Callers run clips in
        // parallel, and a result must not depend on the number of processors.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
    }

    private final DoubleFFT_1D plan;

    /** @param size number of samples n, even and at least 2 */
    public RealTransform(int size) {
        this.plan = new DoubleFFT_1D(size);
    }

    /**
     * Transforms n samples in place: afterwards they hold Re X[0], Re X[n/2], then Re X[k] and Im X[k] for k = 1 to n/2 - 1,
     * with X[k] = sum x[i] exp(-2 pi i k / n).
     */
    public void apply(double[] samples) {
        plan.realForward(samples);
    }
}
