package ganglion.learning.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A temperature that turns scores into probabilities: the soft maximum of the scores divided by it (Guo et al., "On calibration of
 * modern neural networks", ICML 2017). It changes no decision.
 *
 * @param temperature above 1 for a network that is too sure, below 1 for one that is not sure enough
 */
public record Calibration(double temperature) {

    /** Scores as they are. */
    public static final Calibration NONE = new Calibration(1);

    /** Number of equally wide bins of confidence that the calibration error is measured in. */
    private static final int BINS = 15;

    /** Natural logarithm of the largest temperature, and of the inverse of the smallest. */
    private static final double RANGE = 7;

    /** Each step narrows the interval to 0.618 of it, so that the temperature is known to ten digits. */
    private static final int STEPS = 60;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** @throws IllegalArgumentException if the temperature is not a positive number */
    public Calibration {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "found a temperature of " + temperature + ", expected a finite number above 0");
        }
    }

    /**
     * The temperature with the least mean cross-entropy on samples that were not learned from. The cross-entropy has one minimum, as
     * it is convex in the inverse of the temperature. Each label counts as one that is wrong once in n + 2 times, where n is the number of
     * samples (Platt 1999), or a network that decides all samples right would be taken for one that is always right.
     *
     * @param scores by sample and class, at least two of each sample
     * @param labels class of each sample
     */
    public static Calibration fit(double[][] scores, int[] labels) {
        double low = -RANGE;
        double high = RANGE;
        for (int i = 0; i < STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (crossEntropy(scores, labels, Math.exp(left)) <= crossEntropy(scores, labels, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Calibration(Math.exp((low + high) / 2));
    }

    private static double crossEntropy(double[][] scores, int[] labels, double temperature) {
        double doubt = 1.0 / (labels.length + 2);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double highest = Arrays.stream(scores[i]).max().orElseThrow();
            double rest = 0;
            for (double score : scores[i]) {
                rest += Math.exp((score - highest) / temperature);
            }
            double mean = (Arrays.stream(scores[i]).sum() - scores[i][labels[i]]) / (scores[i].length - 1);
            double expected = (1 - doubt) * scores[i][labels[i]] + doubt * mean;
            sum += Math.log(rest) + (highest - expected) / temperature;
        }
        return sum / labels.length;
    }

    /** Probability of the class with the highest score. */
    public double confidence(double[] scores) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        return 1
                / Arrays.stream(scores)
                        .map(score -> Math.exp((score - highest) / temperature))
                        .sum();
    }

    /**
     * Decisions of about the same confidence.
     *
     * @param samples at least one
     * @param confidence their mean
     * @param accuracy share of right decisions
     */
    public record Bin(int samples, double confidence, double accuracy) {}

    /**
     * The reliability of decisions: those of each of 15 equally wide bins of confidence, from the lowest; bins without any are left out.
     *
     * @param decisions the decision for each sample
     */
    public List<Bin> reliability(double[][] scores, int[] labels, int[] decisions) {
        int[] samples = new int[BINS];
        double[] confidences = new double[BINS];
        int[] right = new int[BINS];
        for (int i = 0; i < labels.length; i++) {
            double confidence = confidence(scores[i]);
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            samples[bin]++;
            confidences[bin] += confidence;
            right[bin] += decisions[i] == labels[i] ? 1 : 0;
        }
        return IntStream.range(0, BINS)
                .filter(bin -> samples[bin] > 0)
                .mapToObj(bin ->
                        new Bin(samples[bin], confidences[bin] / samples[bin], (double) right[bin] / samples[bin]))
                .toList();
    }

    /**
     * Expected calibration error: how far the accuracy of decisions of about the same confidence is from this confidence, on the mean over
     * all decisions; 0 without samples.
     *
     * @param decisions the decision for each sample
     */
    public double error(double[][] scores, int[] labels, int[] decisions) {
        return reliability(scores, labels, decisions).stream()
                .mapToDouble(bin -> bin.samples() * Math.abs(bin.accuracy() - bin.confidence()) / labels.length)
                .sum();
    }
}
