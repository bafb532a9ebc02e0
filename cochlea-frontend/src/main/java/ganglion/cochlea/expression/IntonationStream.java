package ganglion.cochlea.expression;

import java.util.List;

/** The {@link Intonation} of sound that is still going on, with the bits of the whole sound. Constant memory. Not thread safe. */
public final class IntonationStream {

    private final List<PitchAgreement> agreements;
    private final PhaseAdvance spectra;
    private final Partials partials;

    /** The stream of an intonation at rest. */
    IntonationStream(List<PitchAgreement> agreements, PhaseAdvance spectra, Partials partials) {
        this.agreements = agreements;
        this.spectra = spectra;
        this.partials = partials;
    }

    /** Adds the samples of the next frame, a hop from {@code offset} on. */
    public void add(double[] samples, int offset) {
        spectra.add(samples, offset);
        partials.add(spectra);
    }

    /** The numbers after the last frame, which ends a step. */
    public double[] row() {
        double[] row = new double[Intonation.features()];
        Intonation.fill(row, agreements, spectra, partials);
        return row;
    }
}
