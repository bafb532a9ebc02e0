package ganglion.kernel.network;

/** Looks at weights one by one to find out how few bytes can hold them all. */
final class WeightSurvey {

    private boolean empty = true;
    private double first;
    private boolean allAlike = true;
    private boolean allFloats = true;

    void add(double weight) {
        if (empty) {
            first = weight;
            empty = false;
        }
        allAlike &= Double.doubleToRawLongBits(weight) == Double.doubleToRawLongBits(first);
        allFloats &= (float) weight == weight;
    }

    /** Takes over what another survey has seen. */
    void add(WeightSurvey other) {
        if (!other.empty) {
            add(other.first);
            allAlike &= other.allAlike;
            allFloats &= other.allFloats;
        }
    }

    boolean allAlike() {
        return allAlike;
    }

    boolean allFloats() {
        return allFloats;
    }

    /** Any of the weights seen. */
    double first() {
        return first;
    }
}
