package ganglion.cochlea.spectrum;

/** Transforms of sizes with a large prime factor, frame by frame, by {@link RealTransform} (Bluestein's convolution there). */
final class LibraryTransform implements FrameTransform {

    private final int size;
    private final int lanes;
    private final double[][] even;
    private final double[][] odd;
    private final RealTransform transform;
    private final double[] work;

    LibraryTransform(int size, int lanes) {
        this.size = size;
        this.lanes = lanes;
        this.even = new double[size / 2][lanes];
        this.odd = new double[size / 2][lanes];
        this.transform = new RealTransform(size);
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
            transform.apply(work);
            square(lane, factor, power);
        }
    }

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
