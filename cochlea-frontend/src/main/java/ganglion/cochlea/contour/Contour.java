package ganglion.cochlea.contour;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import java.util.Arrays;
import java.util.List;

/**
 * The contour of a whole sound as numbers for each step: the level of each band, {@code max(0, 1 + (level - loudest) /
 * range)} with the loudest level of any band at any time, then for each lag the rise of each band since {@code lag} steps
 * ago and its fall, interleaved and doubled. Before the sound there is silence.
 *
 * <p>A balanced contour has the same numbers centred and scaled to a standard deviation of about 1 for notes, so that a
 * network that starts from small weights responds to all of them: levels {@code 4 (level - 1/2)}, and rises and falls
 * multiplied by {@code 8 / sqrt(lag)}. The factors are rounded from the standard deviations of notes of ten families of
 * instruments.
 *
 * @param rangeDecibels levels this far below the loudest, and lower, count as silence; more than 0
 * @param balanced whether it is balanced
 * @param lagsSteps lags of rises and falls, each 1 or more
 */
public record Contour(double rangeDecibels, boolean balanced, int... lagsSteps) {

    /** Levels within 60 dB of the loudest, and rises and falls over 2 steps. */
    public static final Contour USUAL = new Contour(60, 2);

    /** Largest number of frames, at the end of a step, that its levels are averaged over. */
    private static final int LONGEST_AVERAGE = 4;

    private static final double BALANCED_LEVELS = 4;
    private static final double BALANCED_CHANGES = 8;
    private static final double BALANCED_CEPSTRUM = 0.375;

    private static final Key<Double> RANGE = Key.of("range-db", number().from(1).to(200))
            .says("Levels this many dB below the loudest, and lower ones, count as silence.")
            .byDefault(USUAL.rangeDecibels)
            .example(60);
    private static final Key<Boolean> BALANCED = Key.of("balanced", flag())
            .says(
                    "Whether the contour and its cepstrum are centred on zero and scaled to deviations of about 1, so that a"
                            + " network learns from all of them alike.")
            .byDefault(USUAL.balanced)
            .example(true);
    private static final Key<List<Integer>> LAGS = Key.of(
                    "lags",
                    listOf("a list of whole numbers from 1", integer().from(1).to(10_000))
                            .size(0, 16))
            .says("For each lag, in ticks: by how much each band has risen since then, and by how much it has fallen.")
            .byDefault(Arrays.stream(USUAL.lagsSteps).boxed().toList())
            .example(List.of(2, 6));

    /** How a contour is taken, in documents. */
    public static final Key<Contour> KEY = Key.of(
                    "contour",
                    Shape.of("settings of the contour", Contour::read, RANGE, BALANCED, LAGS)
                            .writtenBy(Contour::write))
            .says("How levels become a contour.")
            .impliedDefault(USUAL)
            .exampleText("{range-db: 60, lags: [2, 6]}");

    /** @throws IllegalArgumentException if a number is out of its range */
    public Contour {
        if (!(rangeDecibels > 0 && rangeDecibels < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the range of a contour is " + rangeDecibels + " dB, expected more than 0");
        }
        for (int lag : lagsSteps) {
            if (lag < 1) {
                throw new IllegalArgumentException("a contour looks back " + lag + " steps, expected 1 or more");
            }
        }
        lagsSteps = lagsSteps.clone();
    }

    /** A contour that is not balanced. */
    public Contour(double rangeDecibels, int... lagsSteps) {
        this(rangeDecibels, false, lagsSteps);
    }

    @Override
    public int[] lagsSteps() {
        return lagsSteps.clone();
    }

    /** Number of numbers per step. */
    public int features(int bands) {
        return bands * (1 + 2 * lagsSteps.length);
    }

    /** The factor of a cepstral coefficient of its levels: {@code 0.375 sqrt(k + 1)} for the k-th from 0, if it is balanced. */
    public double cepstralWeight(int coefficient) {
        return balanced ? BALANCED_CEPSTRUM * Math.sqrt(coefficient + 1.0) : 1;
    }

    /**
     * The contour of levels.
     *
     * @param levels in decibels, frame after frame
     * @param bands number of bands
     * @param framesPerStep frames from one step to the next, at least 1; a step ends with the last of them
     * @return a row for each step
     */
    public double[][] of(double[] levels, int bands, int framesPerStep) {
        double[][] relative = relative(levels, bands, framesPerStep);
        double[][] rows = new double[relative.length][features(bands)];
        for (int s = 0; s < rows.length; s++) {
            for (int band = 0; band < bands; band++) {
                rows[s][band] = balanced ? BALANCED_LEVELS * (relative[s][band] - 0.5) : relative[s][band];
            }
            int next = bands;
            for (int lag : lagsSteps) {
                double weight = balanced ? 2 * BALANCED_CHANGES / Math.sqrt(lag) : 2;
                for (int band = 0; band < bands; band++) {
                    double before = s < lag ? 0 : relative[s - lag][band];
                    rows[s][next++] = weight * Math.max(0, relative[s][band] - before);
                    rows[s][next++] = weight * Math.max(0, before - relative[s][band]);
                }
            }
        }
        return rows;
    }

    /** Operations of {@link #of} per step. */
    public OperationCounts operationsPerStep(int bands, int framesPerStep) {
        OperationCounts levels = OperationCounts.NONE
                .andMultiplyAdds(3)
                .andDivisions(2)
                .andComparisons(1)
                .times(Math.min(framesPerStep, LONGEST_AVERAGE))
                .andMultiplyAdds(balanced ? 2 : 0);
        OperationCounts changes =
                OperationCounts.NONE.andMultiplyAdds(4).andComparisons(2).times(lagsSteps.length);
        return levels.plus(changes).andComparisons(framesPerStep).times(bands);
    }

    private double[][] relative(double[] levels, int bands, int framesPerStep) {
        double loudest = Double.NEGATIVE_INFINITY;
        for (double level : levels) {
            loudest = Math.max(loudest, level);
        }
        int averaged = Math.min(framesPerStep, LONGEST_AVERAGE);
        double[][] rows = new double[levels.length / bands / framesPerStep][bands];
        for (int s = 0; s < rows.length; s++) {
            for (int band = 0; band < bands; band++) {
                for (int k = 0; k < averaged; k++) {
                    int frame = (s + 1) * framesPerStep - 1 - k;
                    double level = levels[frame * bands + band];
                    rows[s][band] += Math.max(0, 1 + (level - loudest) / rangeDecibels) / averaged;
                }
            }
        }
        return rows;
    }

    private static Contour read(Place place) {
        int[] lags = LAGS.in(place).stream().mapToInt(Integer::intValue).toArray();
        return new Contour(RANGE.in(place), BALANCED.in(place), lags);
    }

    private void write(ObjectNode into) {
        RANGE.write(into, rangeDecibels);
        BALANCED.write(into, balanced);
        LAGS.write(into, Arrays.stream(lagsSteps).boxed().toList());
    }
}
