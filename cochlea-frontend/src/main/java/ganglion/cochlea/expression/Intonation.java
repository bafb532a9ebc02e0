package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Fluctuations of the pitch of a note as numbers for each step, each about 0 to 3: for the five strongest partials,
 * at 9 Hz within 0.2 s, 5 and 3 Hz within 0.4 s and 1.5 Hz within 0.66 s, the fluctuation together, alone, and its share
 * ({@link PitchAgreement}). At 3 and 1.5 Hz the frequency is averaged over 0.12 and 0.25 s.
 *
 * <p>Fluctuations F in cents are compressed to {@code 1.3 + log10(0.05 + min(F, 50))}: 0 for a steady tone, 1.3 for one
 * cent. A number is 0 until its window is full. Computed from samples, by spectra of 64 ms, rather than from the powers of
 * bands.
 */
public final class Intonation {

    /** Longest time from frame to frame: partials may lie 30 Hz from the centre of their bin. */
    public static final double LONGEST_HOP_SECONDS = 0.016;

    private static final double WINDOW_SECONDS = 0.064;
    /** Hertz, seconds of the window, and seconds that the frequency is averaged over. */
    private static final double[][] RATES = {{9, 0.2, 0}, {5, 0.4, 0}, {3, 0.4, 0.12}, {1.5, 0.66, 0.25}};

    private static final int PARTIALS = 5;
    private static final double LARGEST_CENTS = 50;
    private static final double SMALLEST_CENTS = 0.05;

    /** Operations of {@link #compressed}. */
    private static final OperationCounts COMPRESSION =
            OperationCounts.NONE.andMultiplyAdds(2).andLogarithms(1).andComparisons(2);

    private final double rateHertz;
    private final int hopSamples;
    private final double hopSeconds;

    /**
     * @param rateHertz sample rate
     * @param hopSeconds time from frame to frame; 10 ms is fine enough
     * @throws IllegalArgumentException if frames are more than 16 ms apart
     */
    public Intonation(double rateHertz, double hopSeconds) {
        if (!(hopSeconds > 0 && hopSeconds <= LONGEST_HOP_SECONDS)) {
            throw new IllegalArgumentException("intonation needs frames up to 16 ms apart, not " + hopSeconds + " s");
        }
        this.rateHertz = rateHertz;
        this.hopSamples = (int) Math.round(hopSeconds * rateHertz);
        this.hopSeconds = hopSeconds;
    }

    /** Number of numbers per step. */
    public static int features() {
        return 3 * RATES.length;
    }

    /**
     * The intonation of a whole sound. A frame ends with its hop, and a step with the last of its frames; later samples
     * have no influence.
     *
     * @param samples at the sample rate; loudness does not matter
     * @param framesPerStep frames from one step to the next, at least 1
     * @return a row for each step
     */
    public double[][] of(double[] samples, int framesPerStep) {
        Stream stream = start();
        double[][] rows = new double[samples.length / hopSamples / framesPerStep][];
        int offset = 0;
        for (int step = 0; step < rows.length; step++) {
            for (int frame = 0; frame < framesPerStep; frame++) {
                stream.add(samples, offset);
                offset += hopSamples;
            }
            rows[step] = stream.row();
        }
        return rows;
    }

    /** The intonation of sound that is still going on. */
    public Stream start() {
        return new Stream();
    }

    /** Operations of {@link #of} per step, once all windows are full and as many partials are found as can be. */
    public OperationCounts operationsPerStep(int framesPerStep) {
        PhaseAdvance spectra = new PhaseAdvance(rateHertz, windowSamples(), hopSamples, 1);
        Partials partials = new Partials(spectra.bins(), PARTIALS);
        OperationCounts sum = spectra.operationsPerFrame()
                .plus(partials.operationsPerFrame())
                .times(framesPerStep)
                .plus(partials.operationsPerSearch());
        for (PitchAgreement agreement : agreements()) {
            sum = sum.plus(agreement.operations(PARTIALS)).plus(COMPRESSION.times(2));
        }
        return sum;
    }

    /** Even, as real transforms require. */
    private int windowSamples() {
        return 2 * (int) Math.round(WINDOW_SECONDS * rateHertz / 2);
    }

    private List<PitchAgreement> agreements() {
        List<PitchAgreement> agreements = new ArrayList<>();
        for (double[] rate : RATES) {
            Fluctuation fluctuation = new Fluctuation(rate[0], Math.max(2, frames(rate[1])), hopSeconds);
            agreements.add(new PitchAgreement(fluctuation, Math.max(1, frames(rate[2]))));
        }
        return agreements;
    }

    private int frames(double seconds) {
        return (int) Math.round(seconds / hopSeconds);
    }

    private static double compressed(double cents) {
        // 1.3 is -log10(0.05) but for a thousandth.
        return Math.max(0, 1.3 + Math.log10(SMALLEST_CENTS + Math.min(cents, LARGEST_CENTS)));
    }

    /** The intonation of sound that is still going on, with the bits of the whole sound. Constant memory. Not thread safe. */
    public final class Stream {

        private final List<PitchAgreement> agreements = agreements();
        private final PhaseAdvance spectra = new PhaseAdvance(
                rateHertz,
                windowSamples(),
                hopSamples,
                agreements.stream().mapToInt(PitchAgreement::frames).max().orElse(1));
        private final Partials partials = new Partials(spectra.bins(), PARTIALS);

        private Stream() {}

        /** Adds the samples of the next frame, a hop from {@code offset} on. */
        public void add(double[] samples, int offset) {
            spectra.add(samples, offset);
            partials.add(spectra);
        }

        /** The numbers after the last frame, which ends a step. */
        public double[] row() {
            double[] row = new double[features()];
            int count = partials.find();
            int next = 0;
            for (PitchAgreement agreement : agreements) {
                if (agreement.measure(spectra, partials, count)) {
                    row[next] = compressed(agreement.coherence().together());
                    row[next + 1] = compressed(agreement.coherence().alone());
                    row[next + 2] = agreement.coherence().share();
                }
                next += 3;
            }
            return row;
        }
    }
}
