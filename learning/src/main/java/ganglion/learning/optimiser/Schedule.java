package ganglion.learning.optimiser;

/** How the learning rate changes from epoch to epoch, as a factor on the rule's rate. Immutable. */
public sealed interface Schedule {

    /**
     * Factor on the learning rate.
     *
     * @param epoch number of the epoch, from 0
     */
    double factor(int epoch);

    /** A constant rate. */
    record Constant() implements Schedule {
        @Override
        public double factor(int epoch) {
            return 1;
        }
    }

    /**
     * The rate falls by a factor every {@code everyEpochs} epochs.
     *
     * @param everyEpochs at least 1
     * @param factor above 0
     */
    record Steps(int everyEpochs, double factor) implements Schedule {

        /** @throws IllegalArgumentException if a number is out of range */
        public Steps {
            if (everyEpochs < 1) {
                throw new IllegalArgumentException(
                        "the rate changes every " + everyEpochs + " epochs, expected 1 or more");
            }
            Ranges.positive("factor on the learning rate", factor);
        }

        @Override
        public double factor(int epoch) {
            return Math.pow(factor, (double) (epoch / everyEpochs));
        }
    }

    /**
     * The rate falls along half a cosine (Loshchilov and Hutter, "SGDR", ICLR 2017, without restarts).
     *
     * @param epochs after which the lowest rate is reached, at least 1
     * @param lowest factor at the end, 0 or more
     */
    record Cosine(int epochs, double lowest) implements Schedule {

        /** @throws IllegalArgumentException if a number is out of range */
        public Cosine {
            if (epochs < 1) {
                throw new IllegalArgumentException("a cosine over " + epochs + " epochs, expected 1 or more");
            }
            Ranges.notNegative("lowest factor on the learning rate", lowest);
        }

        @Override
        public double factor(int epoch) {
            double share = Math.min(1, (double) epoch / epochs);
            return lowest + (1 - lowest) * (1 + Math.cos(Math.PI * share)) / 2;
        }
    }

    /**
     * The rate rises in equal steps before it follows another schedule.
     *
     * @param epochs during which it rises, at least 1
     * @param then schedule after that, which starts at its beginning
     */
    record WarmUp(int epochs, Schedule then) implements Schedule {

        /** @throws IllegalArgumentException if it takes no epoch */
        public WarmUp {
            if (epochs < 1) {
                throw new IllegalArgumentException("a warm-up of " + epochs + " epochs, expected 1 or more");
            }
        }

        @Override
        public double factor(int epoch) {
            return epoch < epochs ? (epoch + 1.0) / (epochs + 1) : then.factor(epoch - epochs);
        }
    }
}
