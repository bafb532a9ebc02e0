package ganglion.cochlea.expression;

import java.util.List;

/** The {@link Intonation} of sound that is still going on, with the bits of the whole sound. Constant memory. Not thread safe. */
public final class IntonationStream {

    private final List<PitchAgreement> agreements;
    private final PhaseAdvance spectra;
    private final Partials partials;
    private final double[] window;

    /** The stream of an intonation at rest. */
    IntonationStream(List<PitchAgreement> agreements, PhaseAdvance spectra, Partials partials, int windowSamples) {
        this.agreements = agreements;
        this.spectra = spectra;
        this.partials = partials;
        this.window = new double[windowSamples];
    }

    /** Adds the samples of the next frame, which are a hop. */
    public void add(double[] samples, int offset, int hop) {
        if (hop >= window.length) {
            System.arraycopy(samples, offset + hop - window.length, window, 0, window.length);
        } else {
            System.arraycopy(window, hop, window, 0, window.length - hop);
            System.arraycopy(samples, offset, window, window.length - hop, hop);
        }
        spectra.addWindow(window);
        partials.add(spectra);
    }

    /** The numbers after the last frame, which ends a step. */
    public double[] row() {
        double[] row = new double[Intonation.features()];
        Intonation.fill(row, agreements, spectra, partials);
        return row;
    }
}
