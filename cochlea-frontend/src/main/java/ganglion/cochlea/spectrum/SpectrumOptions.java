package ganglion.cochlea.spectrum;

import java.util.Objects;

/**
 * Settings of short-time spectra beside the length of a frame and the hop.
 *
 * @param fftSize samples of the Fourier transform, even and at least the window; 0 for the length of the window, rounded
 *     up to an even number. Powers of two are fastest and do not allocate
 * @param window the window function
 * @param framing the samples of each frame
 * @param scale the unit of power
 */
public record SpectrumOptions(int fftSize, WindowFunction window, Framing framing, PowerScale scale) {

    /** The default front end: a transform as long as the window, Hann, causal, full-scale sine = 1. */
    public static final SpectrumOptions DEFAULT =
            new SpectrumOptions(0, WindowFunction.HANN, Framing.CAUSAL, PowerScale.FULL_SCALE);

    private static final int LARGEST_FFT = 1 << 20;

    /** @throws IllegalArgumentException if the transform's size is odd, negative or above 2^20 */
    public SpectrumOptions {
        if (fftSize < 0 || fftSize > LARGEST_FFT || fftSize % 2 != 0) {
            throw new IllegalArgumentException(
                    "the size of a Fourier transform is an even number up to " + LARGEST_FFT + ", not " + fftSize);
        }
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(framing, "framing");
        Objects.requireNonNull(scale, "scale");
    }

    /** The transform's size for a window of the given length. */
    public int fftSizeFor(int windowSamples) {
        return fftSize == 0 ? windowSamples + windowSamples % 2 : fftSize;
    }

    /** The same with another transform size. */
    public SpectrumOptions withFftSize(int other) {
        return new SpectrumOptions(other, window, framing, scale);
    }

    /** The same with other framing. */
    public SpectrumOptions withFraming(Framing other) {
        return new SpectrumOptions(fftSize, window, other, scale);
    }

    /** The same in another unit. */
    public SpectrumOptions withScale(PowerScale other) {
        return new SpectrumOptions(fftSize, window, framing, other);
    }

    /** The samples of each frame, with hop h, window w and transform size n in samples: */
    public enum Framing {
        /**
         * Frame k holds samples (k + 1) h - w to (k + 1) h - 1, with silence before the start: no later sample, so a stream
         * gives the same frames. Frames: samples / h.
         */
        CAUSAL,
        /** Frame k starts at sample k h; only frames that fit. Frames: 1 + (samples - n) / h. */
        WITHIN,
        /** Frame k is centred on sample k h, with silence beyond both ends. Frames: 1 + samples / h. */
        CENTRED,
        /** As {@link #CENTRED}, with the sound mirrored at both ends, the end sample not repeated. */
        CENTRED_REFLECTED
    }
}
