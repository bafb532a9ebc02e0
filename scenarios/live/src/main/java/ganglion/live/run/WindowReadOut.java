package ganglion.live.run;

import ganglion.scenario.expect.LeadingRate;
import java.util.Arrays;
import java.util.List;

/** Scores the classes by what the read-out population did within the last ticks. Not thread safe. */
public sealed interface WindowReadOut {

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

    /** Counts the spikes of each class, or the neurons of each class that fire. */
    final class CountReadOut implements WindowReadOut {

        private static final int[] NONE = {};

        private final List<List<Integer>> groups;
        private final boolean votes;
        private final int[] spikes;
        private final int[] counts;
        private final int[][] window;
        private final LeadingRate rates = new LeadingRate();
        private int slot;

        /**
         * @param neurons of the population
         * @param groups the neurons of each class
         * @param votes whether each neuron counts at most once
         * @param windowTicks ticks that count
         */
        public CountReadOut(int neurons, List<List<Integer>> groups, boolean votes, int windowTicks) {
            this.groups = groups;
            this.votes = votes;
            this.spikes = new int[neurons];
            this.counts = new int[groups.size()];
            this.window = new int[windowTicks][];
            Arrays.fill(window, NONE);
        }

        @Override
        public void take(int[] fired, int count, double[] potentials) {
            for (int neuron : window[slot]) {
                spikes[neuron]--;
            }
            window[slot] = count == 0 ? NONE : Arrays.copyOf(fired, count);
            for (int neuron : window[slot]) {
                spikes[neuron]++;
            }
            slot = (slot + 1) % window.length;
            for (int c = 0; c < counts.length; c++) {
                counts[c] = count(groups.get(c));
            }
        }

        private int count(List<Integer> group) {
            int count = 0;
            for (int neuron : group) {
                count += votes ? Math.min(1, spikes[neuron]) : spikes[neuron];
            }
            return count;
        }

        @Override
        public boolean needsPotentials() {
            return false;
        }

        @Override
        public int leader() {
            int leader = 0;
            for (int c = 1; c < counts.length; c++) {
                leader = counts[c] > counts[leader] ? c : leader;
            }
            return counts[leader] == 0 ? -1 : leader;
        }

        @Override
        public double confidence(int ofClass) {
            return rates.probability(counts, ofClass);
        }
    }

    /**
     * Compares the mean or highest potential of each neuron; confidence is the soft maximum, as the loss of training has it. The work of a tick does not depend on the
     * window.
     */
    final class PotentialReadOut implements WindowReadOut {

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
}
