package ganglion.live.decide;

/**
 * Compares the mean or highest potential of each neuron; confidence is the soft maximum, as the loss of training has it. The work of a tick does not depend on the
 * window.
 */
public final class PotentialReadOut implements WindowReadOut {

    /** Some 120 MB. */
    public static final int MOST_POTENTIALS = 10_000_000;

    private final double[][] window;
    private final double[] scores;
    private final Windowed windowed;
    private int slot;
    private int filled;

    /** A figure of each neuron over the window. */
    private interface Windowed {

        /** Takes in potentials that are about to take the place of those in a slot of the window, and gives the scores. */
        void take(double[] potentials);
    }

    /**
     * @param neurons of the population, each of which is a class
     * @param highest whether the highest potential is compared, rather than the mean
     * @param windowTicks ticks that count
     * @throws IllegalArgumentException if the window has more than {@link #MOST_POTENTIALS} potentials
     */
    public PotentialReadOut(int neurons, boolean highest, int windowTicks) {
        if ((long) neurons * windowTicks > MOST_POTENTIALS) {
            throw new IllegalArgumentException("found a window of " + windowTicks + " ticks of " + neurons
                    + " neurons, expected at most " + MOST_POTENTIALS + " potentials");
        }
        this.window = new double[windowTicks][neurons];
        this.scores = new double[neurons];
        this.windowed = highest ? new Highest() : new Mean();
    }

    @Override
    public void take(int[] fired, int count, double[] potentials) {
        filled = Math.min(window.length, filled + 1);
        windowed.take(potentials);
        slot = (slot + 1) % window.length;
    }

    /** Running sums. They are begun anew with each window, so that rounding does not add up. */
    private final class Mean implements Windowed {

        private final double[] sums = new double[scores.length];
        private final double[] fresh = new double[scores.length];

        @Override
        public void take(double[] potentials) {
            double[] old = window[slot];
            boolean isWhole = slot == window.length - 1;
            for (int neuron = 0; neuron < sums.length; neuron++) {
                fresh[neuron] += potentials[neuron];
                sums[neuron] = isWhole ? fresh[neuron] : sums[neuron] + (potentials[neuron] - old[neuron]);
                fresh[neuron] = isWhole ? 0 : fresh[neuron];
                scores[neuron] = sums[neuron] / filled;
                old[neuron] = potentials[neuron];
            }
        }
    }

    /** The slots of each neuron that no later one surpasses, the oldest first, which is the highest: at most one for each tick of the window. */
    private final class Highest implements Windowed {

        private final int[][] slots = new int[scores.length][window.length];
        private final int[] first = new int[scores.length];
        private final int[] count = new int[scores.length];

        @Override
        public void take(double[] potentials) {
            for (int neuron = 0; neuron < scores.length; neuron++) {
                int[] kept = slots[neuron];
                if (count[neuron] > 0 && kept[first[neuron]] == slot) {
                    first[neuron] = (first[neuron] + 1) % kept.length;
                    count[neuron]--;
                }
                while (count[neuron] > 0
                        && window[kept[(first[neuron] + count[neuron] - 1) % kept.length]][neuron]
                                <= potentials[neuron]) {
                    count[neuron]--;
                }
                window[slot][neuron] = potentials[neuron];
                kept[(first[neuron] + count[neuron]++) % kept.length] = slot;
                scores[neuron] = window[kept[first[neuron]]][neuron];
            }
        }
    }

    @Override
    public boolean needsPotentials() {
        return true;
    }

    @Override
    public int leader() {
        if (filled == 0) {
            return -1;
        }
        int leader = 0;
        for (int neuron = 1; neuron < scores.length; neuron++) {
            leader = scores[neuron] > scores[leader] ? neuron : leader;
        }
        return leader;
    }

    @Override
    public double confidence(int ofClass) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - scores[ofClass]);
        }
        return 1 / sum;
    }
}
