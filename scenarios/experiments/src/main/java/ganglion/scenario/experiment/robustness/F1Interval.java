package ganglion.scenario.experiment.robustness;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.train.DetectionScores;
import java.util.Arrays;

/**
 * The 95 % interval of a macro F1, by the percentile bootstrap: as many samples as there are are drawn from them with replacement,
 * {@value #DRAWS} times. It says what other mixtures of the same notes would change, not what other notes would.
 *
 * <p>Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", Chapman and Hall 1993, chapter 13.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record F1Interval(double low, double high) {

    private static final int DRAWS = 1000;
    private static final long SEED = 1;
    private static final int TAIL = DRAWS / 40;

    /**
     * The interval of some decisions; always the same for the same ones.
     *
     * @param labels classes of each sample, as bits; at least one sample
     * @param scores of each sample, by class; a class is found if its score is above 0
     */
    public static F1Interval of(int[] labels, double[][] scores) {
        CounterRandom random = new CounterRandom(SEED);
        double[] drawn = new double[DRAWS];
        int[] otherLabels = new int[labels.length];
        double[][] otherScores = new double[labels.length][];
        for (int draw = 0; draw < DRAWS; draw++) {
            CounterRandom choices = random.branch(draw);
            for (int i = 0; i < labels.length; i++) {
                int chosen = choices.below(i, labels.length);
                otherLabels[i] = labels[chosen];
                otherScores[i] = scores[chosen];
            }
            drawn[draw] = DetectionScores.of(otherLabels, otherScores).macroF1();
        }
        Arrays.sort(drawn);
        return new F1Interval(drawn[TAIL], drawn[DRAWS - 1 - TAIL]);
    }
}
