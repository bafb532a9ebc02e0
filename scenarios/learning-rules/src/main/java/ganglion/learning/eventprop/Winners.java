package ganglion.learning.eventprop;

/** The class with the highest score in continuous time, by one rule in training and in judgement. */
public final class Winners {

    /** No class, and so never the right one: two or more have the highest score, as all have of which nothing fires. */
    public static final int UNDECIDED = -1;

    private Winners() {}

    /** The class, or {@link #UNDECIDED}. */
    public static int of(double[] scores) {
        int winner = 0;
        boolean alone = true;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[winner]) {
                winner = c;
                alone = true;
            } else if (scores[c] == scores[winner]) {
                alone = false;
            }
        }
        return alone ? winner : UNDECIDED;
    }
}
