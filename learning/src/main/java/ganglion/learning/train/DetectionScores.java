package ganglion.learning.train;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well detectors, one per class, find which classes are in each sample. A sample's classes are the bits of its label.
 *
 * @param truePositives by class
 * @param falsePositives by class
 * @param falseNegatives by class
 * @param samples number of samples
 * @param exact number of samples of which every class was classified correctly
 */
public record DetectionScores(int[] truePositives, int[] falsePositives, int[] falseNegatives, int samples, int exact) {

    /**
     * Counts decisions.
     *
     * @param labels classes of each sample
     * @param scores of each sample, by class; a class is found if its score is above 0
     */
    public static DetectionScores of(int[] labels, double[][] scores) {
        int classes = scores.length == 0 ? 0 : scores[0].length;
        int[][] counts = new int[3][classes];
        int exact = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean right = true;
            for (int c = 0; c < classes; c++) {
                boolean there = (labels[i] >> c & 1) == 1;
                boolean found = scores[i][c] > 0;
                right &= there == found;
                if (there || found) {
                    counts[there && found ? 0 : found ? 1 : 2][c]++;
                }
            }
            exact += right ? 1 : 0;
        }
        return new DetectionScores(counts[0], counts[1], counts[2], labels.length, exact);
    }

    /** Number of classes. */
    public int classes() {
        return truePositives.length;
    }

    /** Number of samples that have a class. */
    public int count(int label) {
        return truePositives[label] + falseNegatives[label];
    }

    /** Number of classes that no sample has: nothing can be found of them, and they count in no mean. */
    public int classesWithoutSamples() {
        return classes() - (int) withSamples().count();
    }

    private IntStream withSamples() {
        return IntStream.range(0, classes()).filter(label -> count(label) > 0);
    }

    /** Mean F1 of the classes that have samples, if each were found in every sample: what detectors reach that learned nothing. */
    public double macroF1OfAll() {
        return withSamples()
                .mapToDouble(label -> ratio(2 * count(label), samples + count(label)))
                .average()
                .orElse(0);
    }

    /** F1 of the decisions of all classes together, if each were found in every sample. */
    public double microF1OfAll() {
        int present = IntStream.range(0, classes()).map(this::count).sum();
        return ratio(2 * present, samples * classes() + present);
    }

    /** Of the samples in which a class was found, the share that has it; 0 if there is none. */
    public double precision(int label) {
        return ratio(truePositives[label], truePositives[label] + falsePositives[label]);
    }

    /** Of the samples that have a class, the share in which it was found; 0 if there is none. */
    public double recall(int label) {
        return ratio(truePositives[label], truePositives[label] + falseNegatives[label]);
    }

    /** Harmonic mean of precision and recall; 0 if both are. */
    public double f1(int label) {
        return ratio(
                2 * truePositives[label], 2 * truePositives[label] + falsePositives[label] + falseNegatives[label]);
    }

    /** Mean F1 of the classes that have samples. False alarms of the others count in the micro F1 only. */
    public double macroF1() {
        return withSamples().mapToDouble(this::f1).average().orElse(0);
    }

    /** F1 of the decisions of all classes together. */
    public double microF1() {
        int found = 2 * Arrays.stream(truePositives).sum();
        return ratio(
                found,
                found
                        + Arrays.stream(falsePositives).sum()
                        + Arrays.stream(falseNegatives).sum());
    }

    /** Share of the samples of which every class was classified correctly. */
    public double exactShare() {
        return ratio(exact, samples);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
