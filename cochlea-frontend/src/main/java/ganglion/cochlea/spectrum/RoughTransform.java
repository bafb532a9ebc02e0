package ganglion.cochlea.spectrum;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Transforms of sizes with a large prime factor, by JTransforms (Bluestein's convolution), frame by frame. The library
 * allocates several times the size of a frame in each call.
 */
final class RoughTransform implements FrameTransform {

    static {
        // JTransforms would split transforms of 8192 samples or more over threads of its own. Callers run clips in
        // parallel, and a result must not depend on the number of processors.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
    }

    private final int size;
    private final int lanes;
    private final double[][] even;
    private final double[][] odd;
    private final DoubleFFT_1D transform;
    private final double[] work;

    RoughTransform(int size, int lanes) {
        this.size = size;
        this.lanes = lanes;
        this.even = new double[size / 2][lanes];
        this.odd = new double[size / 2][lanes];
        this.transform = new DoubleFFT_1D(size);
        this.work = new double[size];
    }

    @Override
    public double[][] even() {
        return even;
    }

    @Override
    public double[][] odd() {
        return odd;
    }

    @Override
    public void power(double factor, double[][] power) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < size / 2; i++) {
                work[2 * i] = even[i][lane];
                work[2 * i + 1] = odd[i][lane];
            }
            transform.realForward(work);
            square(lane, factor, power);
        }
    }

    /** The transform leaves Re[0], Re[n/2], then Re and Im of bins 1 to n/2 - 1. */
    private void square(int lane, double factor, double[][] power) {
        int last = size / 2;
        power[0][lane] = factor * (work[0] * work[0]);
        power[last][lane] = factor * (work[1] * work[1]);
        for (int bin = 1; bin < last; bin++) {
            double real = work[2 * bin];
            double imaginary = work[2 * bin + 1];
            power[bin][lane] = factor * (real * real + imaginary * imaginary);
        }
    }
}
