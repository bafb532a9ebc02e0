package ganglion.learning.optimiser;

/** An optimiser: which update to make at each step. Immutable. */
public sealed interface Rule {

    /** Learning rate before any schedule. */
    double learningRate();

    /**
     * The update of one step.
     *
     * @param step number of the step, from 1
     * @param learningRate the rate to use at this step
     */
    Update update(long step, double learningRate);

    /**
     * Stochastic gradient descent, with momentum if wanted (Sutskever et al., ICML 2013): {@code m <- momentum m + g}, and
     * {@code p <- p - rate m}, or with Nesterov's look-ahead {@code p <- p - rate (g + momentum m)}.
     *
     * @param learningRate more than 0
     * @param momentum 0 for none, below 1
     * @param nesterov whether to look ahead
     * @param weightDecay L2 penalty, added to the gradient
     */
    record SgdRule(double learningRate, double momentum, boolean nesterov, double weightDecay) implements Rule {

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

    /**
     * Adam (Kingma and Ba, ICLR 2015) and its relatives: AdamW (Loshchilov and Hutter, ICLR 2019) and NAdam (Dozat, ICLR 2016
     * workshop).
     *
     * @param variant which of them
     * @param learningRate more than 0
     * @param beta1 decay of the first moment, 0 or more and below 1
     * @param beta2 decay of the second moment, 0 or more and below 1
     * @param epsilon added to the root of the second moment, more than 0
     * @param weightDecay L2 penalty added to the gradient; for AdamW, share of the learning rate by which weights shrink
     * @param momentumDecay how fast NAdam's momentum warms up; unused by the others
     */
    record AdamRule(
            Variant variant,
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay,
            double momentumDecay)
            implements Rule {

        private static final double USUAL_BETA1 = 0.9;
        private static final double USUAL_BETA2 = 0.999;
        private static final double USUAL_EPSILON = 1e-8;
        private static final double USUAL_MOMENTUM_DECAY = 0.004;

        /** Dozat's base of the momentum schedule. */
        private static final double NADAM_BASE = 0.96;

        /** Factors that cannot change 1 minus their product any more need not be multiplied. */
        private static final double NEGLIGIBLE = 1e-18;

        /** The members of the family. */
        public enum Variant {
            /** As published. */
            ADAM,
            /** With decoupled weight decay. */
            ADAMW,
            /** With Nesterov's look-ahead. */
            NADAM
        }

        /** @throws IllegalArgumentException if a number is out of range */
        public AdamRule {
            Ranges.learningRate(learningRate);
            Ranges.share("beta1", beta1);
            Ranges.share("beta2", beta2);
            Ranges.positive("epsilon", epsilon);
            Ranges.notNegative("weight decay", weightDecay);
            Ranges.notNegative("momentum decay", momentumDecay);
        }

        /** A variant with the usual constants and no weight decay. */
        public static AdamRule of(Variant variant, double learningRate) {
            return new AdamRule(
                    variant, learningRate, USUAL_BETA1, USUAL_BETA2, USUAL_EPSILON, 0, USUAL_MOMENTUM_DECAY);
        }

        @Override
        public Update update(long step, double rate) {
            Update.Decay decay = variant == Variant.ADAMW
                    ? new Update.Decay(1 - rate * weightDecay, 0)
                    : Update.Decay.l2(weightDecay);
            double rootScale = 1 / Math.sqrt(1 - Math.pow(beta2, step));
            double corrected = rate / (1 - Math.pow(beta1, step));
            return variant == Variant.NADAM
                    ? nadam(step, rate, rootScale, decay)
                    : new Update.Moments(beta1, beta2, 0, corrected, rootScale, epsilon, decay);
        }

        private double nadamMomentum(long step) {
            return beta1 * (1 - 0.5 * Math.pow(NADAM_BASE, step * momentumDecay));
        }

        private Update nadam(long step, double rate, double rootScale, Update.Decay decay) {
            double product = 1;
            for (long i = 1; i <= step; i++) {
                product *= nadamMomentum(i);
                if (product < NEGLIGIBLE) {
                    break;
                }
            }
            double next = nadamMomentum(step + 1);
            double gradientRate = rate * (1 - nadamMomentum(step)) / (1 - product);
            double momentRate = rate * next / (1 - product * next);
            return new Update.Moments(beta1, beta2, gradientRate, momentRate, rootScale, epsilon, decay);
        }
    }
}
