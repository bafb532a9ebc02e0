package ganglion.kernel.network;

/**
 * Finds out from a look at all weights how few bytes can hold them exactly. Compares bits: 0.0 and -0.0 are not alike,
 * since a network must come back from its layout as it went in. Not thread-safe; one per task, merged afterwards.
 */
final class WeightSurvey {

    private boolean empty = true;
    private double first;
    private boolean allAlike = true;
    private boolean allFloats = true;

    /** Looks at one weight. */
    void add(double weight) {
        if (empty) {
            first = weight;
            empty = false;
        }
        allAlike &= Double.doubleToRawLongBits(weight) == Double.doubleToRawLongBits(first);
        allFloats &= (float) weight == weight;
    }

    /** Looks at the first weights of an array. */
    void add(double[] weights, int count) {
        for (int i = 0; i < count && (allAlike || allFloats); i++) {
            add(weights[i]);
        }
    }

    /** Takes over what another survey has seen. */
    void add(WeightSurvey other) {
        if (!other.empty) {
            add(other.first);
            allAlike &= other.allAlike;
            allFloats &= other.allFloats;
        }
    }

    /** Whether all weights have the same bits. */
    boolean allAlike() {
        return allAlike;
    }

    /** Whether every weight is exactly a float. */
    boolean allFloats() {
        return allFloats;
    }

    /** Any of the weights seen. */
    double first() {
        return first;
    }
}
