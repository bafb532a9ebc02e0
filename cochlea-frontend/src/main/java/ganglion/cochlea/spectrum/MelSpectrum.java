package ganglion.cochlea.spectrum;

/**
 * The mel powers of a signal, in blocks of frames.
 *
 * <p>Not thread safe: it has working memory.
 */
public final class MelSpectrum {

    /** More frames at once are not faster. */
    private static final int MOST_LANES = 134;
    /** Keeps a block within the second cache of a processor core (1 MiB), and long transforms within memory. */
    private static final int SAMPLES_PER_BLOCK = 1 << 17;
    /**
     * Rows of 6 more than a multiple of 16 numbers fill, with their header of 16 bytes, an odd number of cache lines. Rows that were
     * allocated one after the other then begin at the same place of a line, where vectors need not cross from one line to the next, and
     * at different places of the cache.
     */
    private static final int LANE_STEP = 16;

    private static final int FEWEST_LANES = 6;

    private final PowerSpectrum spectrum;
    private final MelFilterBank bank;
    private final int lanes;
    private final double[][] sums;

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
        this.sums = new double[MelFilterBank.BANDS_AT_ONCE][lanes];
        checkBank(bank, spectrum);
    }

    static void checkBank(MelFilterBank bank, PowerSpectrum spectrum) {
        if (bank.bins() != spectrum.bins()) {
            throw new IllegalArgumentException("the filter bank is made for " + bank.bins()
                    + " frequencies, but the spectra have " + spectrum.bins());
        }
    }

    private static int lanes(int fftSize) {
        int most = Math.max(1, Math.min(MOST_LANES, SAMPLES_PER_BLOCK / fftSize));
        return most < FEWEST_LANES ? most : most - (most - FEWEST_LANES) % LANE_STEP;
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
