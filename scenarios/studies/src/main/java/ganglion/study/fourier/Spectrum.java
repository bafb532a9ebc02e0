package ganglion.study.fourier;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The discrete Fourier transform of real frames, by a library: the target of the layer. Real parts of the frequencies 0 to n/2,
 * then their imaginary parts; the rest is their mirror image. Not thread safe.
 */
final class Spectrum {

    private final int size;
    private final DoubleFFT_1D transform;

    /** @param size samples of a frame, an even number */
    Spectrum(int size) {
        this.size = size;
        this.transform = new DoubleFFT_1D(size);
    }

    /** Values of a spectrum. */
    int outputs() {
        return size + 2;
    }

    double[] of(double[] frame) {
        double[] packed = frame.clone();
        transform.realForward(packed);
        int half = size / 2;
        double[] spectrum = new double[outputs()];
        for (int k = 1; k < half; k++) {
            spectrum[k] = packed[2 * k];
            spectrum[half + 1 + k] = packed[2 * k + 1];
        }
        // The library puts the real part of the highest frequency where the imaginary part of the lowest would be: 0.
        spectrum[0] = packed[0];
        spectrum[half] = packed[1];
        return spectrum;
    }
}
