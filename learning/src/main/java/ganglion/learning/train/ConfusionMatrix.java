package ganglion.learning.train;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How often samples of each class were assigned to each class, and what follows from it. Immutable. */
public final class ConfusionMatrix {

    private final int[][] counts;

    /** @param counts number of samples by class and decision; copied */
    public ConfusionMatrix(int[][] counts) {
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * Counts decisions.
     *
     * @param classes number of classes
     * @param labels class of each sample
     * @param decisions the decision for each sample
     */
    public static ConfusionMatrix of(int classes, int[] labels, int[] decisions) {
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][decisions[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** Number of classes. */
    public int classes() {
        return counts.length;
    }

    /** Number of samples of a class that were assigned to a class. */
    public int count(int label, int decision) {
        return counts[label][decision];
    }

    /** Number of samples. */
    public int total() {
        return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).sum();
    }

    /** Number of samples that were classified correctly. */
    public int correct() {
        int correct = 0;
        for (int c = 0; c < counts.length; c++) {
            correct += counts[c][c];
        }
        return correct;
    }

    /** Share of samples that were classified correctly; 0 without samples. */
    public double accuracy() {
        return ratio(correct(), total());
    }

    /** Share of the samples that belong to the largest class: the accuracy of always deciding for it; 0 without samples. */
    public double majorityShare() {
        int largest = 0;
        for (int[] row : counts) {
            largest = Math.max(largest, Arrays.stream(row).sum());
        }
        return ratio(largest, total());
    }

    /** Of the samples assigned to a class, the share that belongs to it; 0 if none was. */
    public double precision(int label) {
        int taken = 0;
        for (int[] row : counts) {
            taken += row[label];
        }
        return ratio(counts[label][label], taken);
    }

    /** Of the samples of a class, the share that was assigned to it; 0 if there is none. */
    public double recall(int label) {
        return ratio(counts[label][label], Arrays.stream(counts[label]).sum());
    }

    /** Harmonic mean of precision and recall; 0 if both are. */
    public double f1(int label) {
        double precision = precision(label);
        double recall = recall(label);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Mean of the F1 of all classes that have samples. */
    public double meanF1() {
        return Arrays.stream(withSamples()).mapToDouble(this::f1).average().orElse(0);
    }

    /** Mean of the recall of all classes that have samples: the accuracy if all had equally many. */
    public double balancedAccuracy() {
        return Arrays.stream(withSamples()).mapToDouble(this::recall).average().orElse(0);
    }

    private int[] withSamples() {
        return IntStream.range(0, counts.length)
                .filter(label -> Arrays.stream(counts[label]).sum() > 0)
                .toArray();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
