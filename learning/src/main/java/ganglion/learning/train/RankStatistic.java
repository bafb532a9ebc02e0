package ganglion.learning.train;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the receiver operating characteristic. */
public final class RankStatistic {

    private RankStatistic() {}

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
            while (end < order.length && scores[order[end]] == scores[order[first]]) {
                tied += belongs[order[end++]] ? 1 : 0;
            }
            // Equal scores share the mean of their ranks, which count from 1.
            rankSum += tied * (first + 1 + end) / 2.0;
            positives += tied;
            first = end;
        }
        long negatives = scores.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
