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
     * {@code v <- smoothing v + (1 - smoothing) g^2; p <- p - rate g / (sqrt(v) + epsilon)} (Tieleman and Hinton, 2012).
     *
     * @param learningRate more than 0
     * @param smoothing 0 or more and below 1, usually 0.99
     * @param epsilon more than 0, usually 1e-8
     * @param weightDecay L2 penalty, added to the gradient
     */
    record RmspropRule(double learningRate, double smoothing, double epsilon, double weightDecay) implements Rule {

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

    /**
     * Adam (Kingma and Ba, ICLR 2015) and its relatives: AdamW (Loshchilov and Hutter, ICLR 2019), NAdam (Dozat, ICLR 2016
     * workshop) and RAdam (Liu et al., ICLR 2020).
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

        /** Above this length of the approximated average RAdam trusts the second moment. */
        private static final double RADAM_RELIABLE_LENGTH = 5;

        /** The members of the family. */
        public enum Variant {
            /** As published. */
            ADAM,
            /** With decoupled weight decay. */
            ADAMW,
            /** With Nesterov's look-ahead. */
            NADAM,
            /** With rectified warm-up. */
            RADAM
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
            return switch (variant) {
                case ADAM, ADAMW -> new Update.Moments(beta1, beta2, 0, corrected, rootScale, epsilon, true, decay);
                case NADAM -> nadam(step, rate, rootScale, decay);
                case RADAM -> radam(step, corrected, rootScale, decay);
            };
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
            return new Update.Moments(beta1, beta2, gradientRate, momentRate, rootScale, epsilon, true, decay);
        }

        private Update radam(long step, double corrected, double rootScale, Update.Decay decay) {
            double power = Math.pow(beta2, step);
            double limit = 2 / (1 - beta2) - 1;
            double length = limit - 2 * step * power / (1 - power);
            if (length <= RADAM_RELIABLE_LENGTH) {
                return new Update.Moments(beta1, beta2, 0, corrected, 1, epsilon, false, decay);
            }
            double rectified =
                    Math.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)) / rootScale;
            return new Update.Moments(beta1, beta2, 0, corrected * rectified, 1, epsilon, true, decay);
        }
    }

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
    record AdamaxRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
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
}
