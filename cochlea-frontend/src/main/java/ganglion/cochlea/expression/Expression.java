package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.Decibels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a note in time as numbers for each step, each about 0 to 3. In this order:
 *
 * <ol>
 *   <li>for the level of the whole sound, then for that of its strongest partials (p of 1 and 3, see {@link LevelTrack}): the
 *       fluctuation at 9, 14, 9, 5, 3, 20 and 1.5 Hz, within 0.2, 0.16, 0.4, 0.4, 0.4, 0.12 and 0.66 s;
 *   <li>for fluctuation at 9 Hz within 0.2 s, then at 5 Hz within 0.4 s: share of the power outside the strongest band,
 *       the summed and the mean departure of those bands ({@link Overtones});
 *   <li>for bands weighed by powers 0.5, then 0.25 of their power, at 9 Hz within 0.2 s, 5 Hz within 0.4 s and 3 Hz within
 *       0.4 s: the fluctuation together, alone, and its share ({@link Agreement}).
 * </ol>
 *
 * Fluctuations F in decibels are compressed to {@code 2 + log10(0.01 + min(F, 10))}. A number is 0 until its window is
 * full. The rates are those of breath and vibrato.
 */
public final class Expression {

    /** Longest time from frame to frame at which the fastest fluctuations are resolved. */
    public static final double LONGEST_HOP_SECONDS = 0.04;

    private static final double[] LEVEL_EXPONENTS = {1, 3};
    private static final double[] WEIGHT_EXPONENTS = {0.5, 0.25};
    private static final double LARGEST_DECIBELS = 10;
    private static final double SMALLEST_DECIBELS = 0.01;
    private static final double SMALLEST_SHARE = 1e-5;

    /** Operations of {@link #compressed}. */
    private static final OperationCounts COMPRESSION =
            OperationCounts.NONE.andMultiplyAdds(2).andLogarithms(1).andComparisons(1);

    private final int bands;
    private final List<Fluctuation> ofLevels;
    private final List<Fluctuation> ofOvertones;
    private final List<Fluctuation> ofAgreement;

    /**
     * @param bands number of bands
     * @param hopSeconds time from frame to frame; 10 ms is fine enough
     * @throws IllegalArgumentException if frames are more than 40 ms apart
     */
    public Expression(int bands, double hopSeconds) {
        if (!(hopSeconds > 0 && hopSeconds <= LONGEST_HOP_SECONDS)) {
            throw new IllegalArgumentException("expression needs frames up to 40 ms apart, not " + hopSeconds + " s");
        }
        this.bands = bands;
        double[][] rates = {{9, 0.2}, {14, 0.16}, {9, 0.4}, {5, 0.4}, {3, 0.4}, {20, 0.12}, {1.5, 0.66}};
        List<Fluctuation> all = new ArrayList<>();
        for (double[] rate : rates) {
            all.add(new Fluctuation(rate[0], Math.max(2, (int) Math.round(rate[1] / hopSeconds)), hopSeconds));
        }
        ofLevels = List.copyOf(all);
        ofOvertones = List.of(all.get(0), all.get(3));
        ofAgreement = List.of(all.get(0), all.get(3), all.get(4));
    }

    /** Number of numbers per step. */
    public static int features() {
        return 14 + 6 + 18;
    }

    /**
     * The expression of a whole sound.
     *
     * @param powers frame after frame
     * @param framesPerStep frames from one step to the next, at least 1; a step ends with the last of them
     * @return a row for each step
     */
    public double[][] of(double[] powers, int framesPerStep) {
        double[][] rows = new double[powers.length / bands / framesPerStep][];
        Stream stream = start();
        int offset = 0;
        for (int step = 0; step < rows.length; step++) {
            for (int frame = 0; frame < framesPerStep; frame++) {
                stream.add(Arrays.copyOfRange(powers, offset, offset + bands));
                offset += bands;
            }
            rows[step] = stream.row();
        }
        return rows;
    }

    /** The expression of sound that is still going on. */
    public Stream start() {
        return new Stream();
    }

    private static void put(Overtones overtones, double[] row, int next) {
        row[next] = Math.max(0, 1 + Math.log10(overtones.powerShare() + SMALLEST_SHARE) / 5);
        row[next + 1] = compressed(overtones.departure() / 4);
        row[next + 2] = compressed(overtones.meanDeparture());
    }

    private static void put(Coherence coherence, double[] row, int next) {
        row[next] = compressed(coherence.together());
        row[next + 1] = compressed(coherence.alone());
        row[next + 2] = coherence.share();
    }

    /** Operations of {@link #of} per step, once all windows are full. */
    public OperationCounts operationsPerStep(int framesPerStep) {
        OperationCounts frame = Decibels.operationsPerPower().times(bands);
        OperationCounts step = OperationCounts.NONE;
        for (double exponent : LEVEL_EXPONENTS) {
            frame = frame.plus(LevelTrack.operationsPerFrame(bands, exponent));
            for (Fluctuation fluctuation : ofLevels) {
                step = step.plus(fluctuation.operations())
                        .plus(OperationCounts.HYPOTENUSE)
                        .plus(COMPRESSION);
            }
        }
        OperationCounts share = OperationCounts.NONE
                .andMultiplyAdds(2)
                .andLogarithms(1)
                .andDivisions(1)
                .andComparisons(1);
        for (Fluctuation fluctuation : ofOvertones) {
            Overtones overtones = new Overtones(fluctuation, bands);
            frame = frame.plus(overtones.operationsPerFrame());
            step = step.plus(overtones.operationsPerMeasurement())
                    .plus(share)
                    .plus(COMPRESSION.times(2))
                    .andMultiplyAdds(1);
        }
        for (double exponent : WEIGHT_EXPONENTS) {
            for (Fluctuation fluctuation : ofAgreement) {
                step = step.plus(new Agreement(fluctuation, bands, exponent).operations())
                        .plus(COMPRESSION.times(2));
            }
        }
        return frame.times(framesPerStep).plus(step);
    }

    private static double compressed(double decibels) {
        return 2 + Math.log10(SMALLEST_DECIBELS + Math.min(decibels, LARGEST_DECIBELS));
    }

    /**
     * The expression of sound that is still going on, with the bits of the whole sound. Keeps the frames of the longest window, so that
     * memory is constant. Not thread safe.
     */
    public final class Stream {

        /** Frames that fit, as a multiple of the longest window: so seldom is the rest moved to the front. */
        private static final int WINDOWS = 4;

        private final int longest =
                ofLevels.stream().mapToInt(Fluctuation::frames).max().orElseThrow();
        private final double[] powers = new double[WINDOWS * longest * bands];
        private final double[] levels = new double[powers.length];
        private final double[][] tracks = new double[LEVEL_EXPONENTS.length][WINDOWS * longest];
        private final List<Overtones> overtones = ofOvertones.stream()
                .map(fluctuation -> new Overtones(fluctuation, bands))
                .toList();
        private int frames;

        private Stream() {}

        /** Adds the powers of the bands of the next frame. */
        public void add(double[] frame) {
            if (frames == WINDOWS * longest) {
                forget();
            }
            System.arraycopy(frame, 0, powers, frames * bands, bands);
            System.arraycopy(Decibels.ofPowers(frame), 0, levels, frames * bands, bands);
            for (int i = 0; i < tracks.length; i++) {
                tracks[i][frames] = LevelTrack.of(frame, LEVEL_EXPONENTS[i]);
            }
            for (Overtones each : overtones) {
                each.add(powers, frames);
            }
            frames++;
        }

        private void forget() {
            int from = frames - longest;
            System.arraycopy(powers, from * bands, powers, 0, longest * bands);
            System.arraycopy(levels, from * bands, levels, 0, longest * bands);
            for (double[] track : tracks) {
                System.arraycopy(track, from, track, 0, longest);
            }
            frames = longest;
        }

        /** The numbers after the last frame, which ends a step. */
        public double[] row() {
            double[] row = new double[features()];
            int frame = frames - 1;
            int next = 0;
            for (double[] track : tracks) {
                for (Fluctuation fluctuation : ofLevels) {
                    if (frame >= fluctuation.frames() - 1) {
                        row[next] = compressed(fluctuation.at(track, frame));
                    }
                    next++;
                }
            }
            for (Overtones each : overtones) {
                if (each.measure(levels, frame)) {
                    put(each, row, next);
                }
                next += 3;
            }
            for (double exponent : WEIGHT_EXPONENTS) {
                for (Fluctuation fluctuation : ofAgreement) {
                    Agreement agreement = new Agreement(fluctuation, bands, exponent);
                    if (agreement.measure(powers, levels, frame)) {
                        put(agreement.coherence(), row, next);
                    }
                    next += 3;
                }
            }
            return row;
        }
    }

    /**
     * The level of a sound over time. With P the powers of the bands of a frame the level is {@code 10/p log10 sum P^p} dB: for an
     * exponent p of 1 that of the whole sound, for higher exponents, more and more that of its strongest partial, which stands
     * out from noise that is spread over all bands.
     */
    static final class LevelTrack {

        private LevelTrack() {}

        /** Operations per frame; a power of 1 takes none. */
        static OperationCounts operationsPerFrame(int bands, double exponent) {
            return OperationCounts.NONE
                    .andComparisons(1)
                    .andDivisions(1)
                    .plus(exponent == 1 ? OperationCounts.NONE : OperationCounts.POWER)
                    .andMultiplyAdds(1)
                    .times(bands)
                    .andComparisons(1)
                    .andLogarithms(2)
                    .andMultiplyAdds(2);
        }

        /**
         * The level of a frame in decibels.
         *
         * @param powers of its bands
         * @param exponent at least 1
         */
        static double of(double[] powers, double exponent) {
            // Relative to the largest power, as p-th powers would underflow.
            double largest = Decibels.SMALLEST_POWER;
            for (double power : powers) {
                largest = Math.max(largest, power);
            }
            double sum = 0;
            for (double power : powers) {
                sum += Math.pow(power / largest, exponent);
            }
            return 10 * Math.log10(largest) + 10 / exponent * Math.log10(Math.max(sum, Decibels.SMALLEST_POWER));
        }
    }

    /**
     * Whether the bands of a sound fluctuate together ({@link Coherence}, in decibels). The breath of a player moves all
     * partials at once; beating oscillators, and noise, move each by itself. The weight of a band is a power of its mean power.
     */
    static final class Agreement {

        /** Fluctuation in decibels that counts as none. */
        private static final double SMALLEST_FLUCTUATION = 0.02;

        private final Coherence coherence = new Coherence(SMALLEST_FLUCTUATION);
        private final Fluctuation fluctuation;
        private final int bands;
        private final double weightExponent;

        Agreement(Fluctuation fluctuation, int bands, double weightExponent) {
            this.fluctuation = fluctuation;
            this.bands = bands;
            this.weightExponent = weightExponent;
        }

        /**
         * Measures the frames up to this one; false if there are fewer than the window has.
         *
         * @param powers of all bands, frame after frame
         * @param levels the same in decibels
         */
        boolean measure(double[] powers, double[] levels, int frame) {
            if (frame < fluctuation.frames() - 1) {
                return false;
            }
            coherence.clear();
            for (int band = 0; band < bands; band++) {
                double a = fluctuation.even(levels, frame, band, bands);
                double b = fluctuation.odd(levels, frame, band, bands);
                double weight = weight(powers, frame, band);
                coherence.add(weight, a, b);
            }
            return true;
        }

        /** Operations of {@link #measure} and of the results. */
        OperationCounts operations() {
            OperationCounts weight = OperationCounts.POWER
                    .andMultiplyAdds(fluctuation.frames() + 1)
                    .andDivisions(1);
            return weight.plus(fluctuation.operations())
                    .plus(Coherence.operationsPerPart())
                    .times(bands)
                    .plus(Coherence.operationsOfResults());
        }

        private double weight(double[] powers, int frame, int band) {
            double sum = 0;
            for (int t = frame - fluctuation.frames() + 1; t <= frame; t++) {
                sum += powers[t * bands + band];
            }
            return Math.pow(sum / fluctuation.frames() + Decibels.SMALLEST_POWER, weightExponent);
        }

        /** The last measurement. */
        Coherence coherence() {
            return coherence;
        }
    }
}
