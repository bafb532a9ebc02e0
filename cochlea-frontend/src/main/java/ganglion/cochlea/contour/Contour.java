package ganglion.cochlea.contour;

/**
 * The contour of a whole sound as numbers for each step: the level of each band, {@code max(0, 1 + (level - loudest) / range)} with
 * the loudest level of any band at any time, then for each lag what each band has risen by since that many steps ago, and what it has
 * fallen by, interleaved and doubled. Before the sound there was silence.
 *
 * @param rangeDecibels levels so far below the loudest, and lower ones, count as silence; more than 0
 * @param lagsSteps how far to look back for what rose and fell, each 1 or more
 */
public record Contour(double rangeDecibels, int... lagsSteps) {

    /** Levels within 60 dB of the loudest, and what rose and fell within 2 steps. */
    public static final Contour USUAL = new Contour(60, 2);

    /** Frames at the end of a step that its levels are averaged over, at most. */
    private static final int LONGEST_AVERAGE = 4;

    private static final double SMALLEST_POWER = 1e-14;

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

    @Override
    public int[] lagsSteps() {
        return lagsSteps.clone();
    }

    /** How many numbers there are for a step. */
    public int features(int bands) {
        return bands * (1 + 2 * lagsSteps.length);
    }

    /** Levels in decibels of powers relative to full scale. */
    public static double[] levels(double[] powers) {
        double[] levels = new double[powers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 10 * Math.log10(powers[i] + SMALLEST_POWER);
        }
        return levels;
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
            System.arraycopy(relative[s], 0, rows[s], 0, bands);
            int next = bands;
            for (int lag : lagsSteps) {
                for (int band = 0; band < bands; band++) {
                    double before = s < lag ? 0 : relative[s - lag][band];
                    rows[s][next++] = 2 * Math.max(0, relative[s][band] - before);
                    rows[s][next++] = 2 * Math.max(0, before - relative[s][band]);
                }
            }
        }
        return rows;
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
}
