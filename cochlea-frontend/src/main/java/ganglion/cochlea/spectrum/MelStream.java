package ganglion.cochlea.spectrum;

/** The mel powers of a sound that arrives hop by hop: to the last bit those of {@link MelSpectrum} with causal framing. */
public final class MelStream implements BandStream {

    private final int windowSamples;
    private final int hopSamples;
    private final PowerSpectrum spectrum;
    private final MelFilterBank bank;
    private final double[][] sums = new double[1][1];
    /** Past samples; silence before the start. */
    private final double[] past;

    private int end;

    /**
     * @param windowSamples length of a frame, at least 2
     * @param hopSamples samples from frame to frame, at least 1
     * @param options how to transform; their framing is ignored: it is causal
     * @param bank made for the transform's size
     */
    public MelStream(int windowSamples, int hopSamples, SpectrumOptions options, MelFilterBank bank) {
        this.windowSamples = windowSamples;
        this.hopSamples = hopSamples;
        this.spectrum = new PowerSpectrum(windowSamples, hopSamples, options);
        this.bank = bank;
        MelSpectrum.checkBank(bank, spectrum);
        // Room for the hops of a window, so that moving samples costs no more than adding them.
        this.past = new double[windowSamples + Math.max(windowSamples, hopSamples)];
        this.end = windowSamples;
    }

    @Override
    public void next(double[] samples, int offset, double[] powers, int powersOffset) {
        if (end + hopSamples > past.length) {
            System.arraycopy(past, end - windowSamples, past, 0, windowSamples);
            end = windowSamples;
        }
        System.arraycopy(samples, offset, past, end, hopSamples);
        end += hopSamples;
        bank.apply(spectrum.computeAt(past, end - windowSamples), 1, sums, powers, powersOffset);
    }
}
