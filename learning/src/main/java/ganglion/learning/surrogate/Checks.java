package ganglion.learning.surrogate;

/** What parameters of surrogates must satisfy. */
final class Checks {

    private Checks() {}

    static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected more than 0");
        }
    }

    static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected a finite number");
        }
    }
}
