package ganglion.live.decide;

/** Scores the classes by what the read-out population did within the last ticks. Not thread safe. */
public sealed interface WindowReadOut permits CountReadOut, PotentialReadOut {

    /**
     * Takes in a tick.
     *
     * @param fired read-out neurons that fired in it
     * @param count number of those
     * @param potentials of all read-out neurons after the tick; not read where spikes are compared
     */
    void take(int[] fired, int count, double[] potentials);

    /** Whether potentials are compared. */
    boolean needsPotentials();

    /** The class with the highest score, the first of equals; -1 if there is nothing to compare. */
    int leader();

    /** The probability that a class is right in leading, from 0 to 1. */
    double confidence(int ofClass);
}
