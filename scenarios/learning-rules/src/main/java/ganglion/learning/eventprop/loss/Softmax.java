package ganglion.learning.eventprop.loss;

import java.util.Arrays;

/** Cross entropy behind a softmax. */
final class Softmax {

    private Softmax() {}

    /** The cross entropy of scores for a class; the scores become its derivatives. */
    static double crossEntropy(double[] scores, int label) {
        double most = Arrays.stream(scores).max().orElseThrow();
        double own = scores[label] - most;
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = StrictMath.exp(scores[c] - most);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        scores[label] -= 1;
        return StrictMath.log(sum) - own;
    }
}
