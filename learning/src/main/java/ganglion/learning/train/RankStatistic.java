package ganglion.learning.train;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the receiver operating characteristic. */
public final class RankStatistic {

    private RankStatistic() {}

    /**
     * The area of each class against all others. What ranks the samples is by how much the score of the class exceeds the highest of the
     * others, which is what decides: one score alone may be high in a sample whose other scores are higher still.
     *
     * @param labels class of each sample
     * @param scores for each sample one score per class, or a single one, which scores class 1; all other samples are of class 0
     */
    public static double[] areasUnderCurve(int classes, int[] labels, double[][] scores) {
        double[] areas = new double[classes];
        for (int c = 0; c < classes; c++) {
            double[] ofClass = new double[labels.length];
            boolean[] belongs = new boolean[labels.length];
            for (int i = 0; i < labels.length; i++) {
                boolean single = scores[i].length == 1;
                ofClass[i] = single ? (c == 1 ? scores[i][0] : -scores[i][0]) : lead(scores[i], c);
                belongs[i] = labels[i] == c;
            }
            areas[c] = areaUnderCurve(ofClass, belongs);
        }
        return areas;
    }

    /** By how much the score of a class exceeds the highest of the others; negative if another is higher. */
    private static double lead(double[] scores, int ofClass) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < scores.length; other++) {
            highest = other == ofClass ? highest : Math.max(highest, scores[other]);
        }
        return scores[ofClass] - highest;
    }

    /**
     * Probability that a sample that belongs to a class scores higher than one that does not, equal scores counting half: the
     * area under the receiver operating characteristic (Hanley and McNeil, Radiology 143, 1982).
     *
     * @param scores score of each sample
     * @param belongs whether each sample belongs to the class
     * @return not a number if all samples belong to it, or none
     */
    public static double areaUnderCurve(double[] scores, boolean[] belongs) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positives = 0;
        for (int first = 0; first < order.length; ) {
            int end = first;
            long tied = 0;
            do {
                tied += belongs[order[end++]] ? 1 : 0;
            } while (end < order.length && scores[order[end]] == scores[order[first]]);
            // Equal scores share the mean of their ranks, which count from 1.
            rankSum += tied * (first + 1 + end) / 2.0;
            positives += tied;
            first = end;
        }
        long negatives = scores.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
