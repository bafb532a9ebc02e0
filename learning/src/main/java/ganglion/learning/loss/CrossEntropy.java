package ganglion.learning.loss;

/** {@code log sum_c exp z_c - z_y} and its gradient, without overflow. */
final class CrossEntropy {

    private CrossEntropy() {}

    /**
     * The cross-entropy of scores.
     *
     * @param scores one per class; replaced by the gradient with respect to them
     */
    static double evaluate(double[] scores, int label) {
        if (label < 0 || label >= scores.length) {
            throw new IllegalArgumentException("there is no class " + label + " among " + scores.length + " outputs");
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double own = scores[label] - largest;
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - largest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        scores[label] -= 1;
        return Math.log(sum) - own;
    }
}
