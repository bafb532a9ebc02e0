package ganglion.learning.eventprop.train;

/** The class with the highest score. */
final class Winners {

    private Winners() {}

    /** The first of equals. */
    static int of(double[] scores) {
        int winner = 0;
        for (int c = 1; c < scores.length; c++) {
            winner = scores[c] > scores[winner] ? c : winner;
        }
        return winner;
    }
}
