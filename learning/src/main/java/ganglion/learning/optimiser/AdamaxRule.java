package ganglion.learning.optimiser;

/**
 * Adam with the infinity norm: {@code v <- max(beta2 v, |g| + epsilon); p <- p - rate / (1 - beta1^t) m / v} (Kingma and Ba,
 * ICLR 2015, section 7.1).
 *
 * @param learningRate more than 0
 * @param beta1 decay of the first moment, 0 or more and below 1
 * @param beta2 decay of the norm, 0 or more and below 1
 * @param epsilon more than 0
 * @param weightDecay L2 penalty, added to the gradient
 */
public record AdamaxRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Rule {

    /** @throws IllegalArgumentException if a number is out of range */
    public AdamaxRule {
        Ranges.learningRate(learningRate);
        Ranges.share("beta1", beta1);
        Ranges.share("beta2", beta2);
        Ranges.positive("epsilon", epsilon);
        Ranges.notNegative("weight decay", weightDecay);
    }

    @Override
    public Update update(long step, double rate) {
        double corrected = rate / (1 - Math.pow(beta1, step));
        return new Update.Maximum(beta1, beta2, corrected, epsilon, Update.Decay.l2(weightDecay));
    }
}
