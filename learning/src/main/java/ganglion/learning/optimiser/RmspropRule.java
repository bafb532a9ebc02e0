package ganglion.learning.optimiser;

/**
 * {@code v <- smoothing v + (1 - smoothing) g^2; p <- p - rate g / (sqrt(v) + epsilon)} (Tieleman and Hinton, 2012).
 *
 * @param learningRate more than 0
 * @param smoothing 0 or more and below 1, usually 0.99
 * @param epsilon more than 0, usually 1e-8
 * @param weightDecay L2 penalty, added to the gradient
 */
public record RmspropRule(double learningRate, double smoothing, double epsilon, double weightDecay) implements Rule {

    /** @throws IllegalArgumentException if a number is out of range */
    public RmspropRule {
        Ranges.learningRate(learningRate);
        Ranges.share("smoothing", smoothing);
        Ranges.positive("epsilon", epsilon);
        Ranges.notNegative("weight decay", weightDecay);
    }

    @Override
    public Update update(long step, double rate) {
        return new Update.Moments(0, smoothing, rate, 0, 1, epsilon, true, Update.Decay.l2(weightDecay));
    }
}
