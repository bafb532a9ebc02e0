package ganglion.learning.train;

/** How the best epoch is chosen. */
public enum EpochCriterion {
    /** Lowest loss on the validation set. */
    LOSS {
        @Override
        double merit(Evaluation evaluation) {
            return -evaluation.loss();
        }
    },
    /** Highest share of correct decisions on the validation set. */
    ACCURACY {
        @Override
        double merit(Evaluation evaluation) {
            return evaluation.confusion().accuracy();
        }
    },
    /** Highest mean of the classes' F1 on the validation set. */
    MEAN_F1 {
        @Override
        double merit(Evaluation evaluation) {
            return evaluation.confusion().meanF1();
        }
    };

    /** The higher, the better. */
    abstract double merit(Evaluation evaluation);
}
