package ganglion.cochlea.spectrum;

/**
 * The mel powers of a signal, in blocks of frames.
 *
 * <p>Not thread safe: it has working memory.
 */
public final class MelSpectrum {

    /** More frames at once are not faster. */
    private static final int MOST_LANES = 64;
    /** Keeps a block within the cache of a processor core, and long transforms within memory. */
    private static final int SAMPLES_PER_BLOCK = 1 << 16;

    private final PowerSpectrum spectrum;
    private final MelFilterBank bank;
    private final int lanes;
    private final double[] sums;

    /**
     * @param windowSamples length of a frame, at least 2
     * @param hopSamples samples from frame to frame, at least 1
     * @param options how to cut and transform
     * @param bank made for the transform's size
     */
    public MelSpectrum(int windowSamples, int hopSamples, SpectrumOptions options, MelFilterBank bank) {
        this.lanes = lanes(options.fftSizeFor(windowSamples));
        this.spectrum = new PowerSpectrum(windowSamples, hopSamples, options, lanes);
        this.bank = bank;
        this.sums = new double[lanes];
        checkBank(bank, spectrum);
    }

    static void checkBank(MelFilterBank bank, PowerSpectrum spectrum) {
        if (bank.bins() != spectrum.bins()) {
            throw new IllegalArgumentException("the filter bank is made for " + bank.bins()
                    + " frequencies, but the spectra have " + spectrum.bins());
        }
    }

    private static int lanes(int fftSize) {
        return Math.max(1, Math.min(MOST_LANES, SAMPLES_PER_BLOCK / fftSize));
    }

    /** Number of frames in a signal of the given number of samples. */
    public int frames(int samples) {
        return spectrum.frames(samples);
    }

    /**
     * Computes neighbouring frames.
     *
     * @param signal the whole signal
     * @param firstFrame from 0 on
     * @param frames number of frames
     * @param mel receives the powers frame after frame, bands from low to high, from index 0 on
     */
    public void compute(double[] signal, int firstFrame, int frames, double[] mel) {
        for (int done = 0; done < frames; done += lanes) {
            int count = Math.min(lanes, frames - done);
            double[][] power = spectrum.computeBlock(signal, firstFrame + done, count);
            bank.apply(power, count, sums, mel, done * bank.bands());
        }
    }
}
