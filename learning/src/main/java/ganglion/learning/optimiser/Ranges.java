package ganglion.learning.optimiser;

/** Ranges of the settings of optimisers. */
final class Ranges {

    private Ranges() {}

    static void learningRate(double value) {
        positive("learning rate", value);
    }

    static void positive(String what, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, what, value, "more than 0");
    }

    static void notNegative(String what, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, what, value, "0 or more");
    }

    static void share(String what, double value) {
        require(value >= 0 && value < 1, what, value, "0 or more and below 1");
    }

    private static void require(boolean met, String what, double value, String expected) {
        if (!met) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected " + expected);
        }
    }
}
