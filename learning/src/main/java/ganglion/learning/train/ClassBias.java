package ganglion.learning.train;

import java.util.Arrays;

/**
 * What is added to the scores of the classes so that they decide sounds of another source well, learned from a few of them: logistic regression
 * with the scores as they are, one slope for all and a bias for each class (Platt 1999). The order of the scores of a class stays, so that
 * little can be learned wrongly.
 */
public final class ClassBias {

    /** Both parts of the regression have one minimum together, which this many rounds come near to in each case that was tried. */
    private static final int ROUNDS = 300;

    /** Twice the inverse of the largest curvature would not converge; this is half of that. */
    private static final double RATE = 2;

    private ClassBias() {}

    /**
     * Learns biases.
     *
     * @param scores by sample and class, at least two of each sample
     * @param labels class of each sample; each class has at least one
     * @return the bias of each class; their mean is 0
     */
    public static double[] fit(double[][] scores, int[] labels) {
        double[] biases = new double[scores[0].length];
        double[][] moved = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            double temperature = Calibration.fit(moved, labels).temperature();
            double[] gradient = new double[biases.length];
            for (int i = 0; i < labels.length; i++) {
                double highest = Arrays.stream(moved[i]).max().orElseThrow();
                double[] odds = Arrays.stream(moved[i])
                        .map(score -> Math.exp((score - highest) / temperature))
                        .toArray();
                double sum = Arrays.stream(odds).sum();
                for (int c = 0; c < odds.length; c++) {
                    gradient[c] += odds[c] / sum - (labels[i] == c ? 1 : 0);
                }
            }
            for (int c = 0; c < biases.length; c++) {
                biases[c] -= RATE * temperature * gradient[c] / labels.length;
            }
            for (int i = 0; i < labels.length; i++) {
                for (int c = 0; c < biases.length; c++) {
                    moved[i][c] = scores[i][c] + biases[c];
                }
            }
        }
        return biases;
    }
}
