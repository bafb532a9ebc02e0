package ganglion.learning.optimiser;

/**
 * Stochastic gradient descent, with momentum if wanted (Sutskever et al., ICML 2013): {@code m <- momentum m + g}, and
 * {@code p <- p - rate m}, or with Nesterov's look-ahead {@code p <- p - rate (g + momentum m)}.
 *
 * @param learningRate more than 0
 * @param momentum 0 for none, below 1
 * @param nesterov whether to look ahead
 * @param weightDecay L2 penalty, added to the gradient
 */
public record SgdRule(double learningRate, double momentum, boolean nesterov, double weightDecay) implements Rule {

    /** @throws IllegalArgumentException if a number is out of range */
    public SgdRule {
        Ranges.learningRate(learningRate);
        Ranges.share("momentum", momentum);
        Ranges.notNegative("weight decay", weightDecay);
    }

    @Override
    public Update update(long step, double rate) {
        double gradientShare = nesterov ? 1 : 0;
        double momentumShare = nesterov ? momentum : 1;
        return new Update.Momentum(momentum, momentumShare, gradientShare, rate, Update.Decay.l2(weightDecay));
    }
}
