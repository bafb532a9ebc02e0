package ganglion.live.decide;

import java.util.Arrays;

/** Compares the mean or highest potential of each neuron; confidence is the soft maximum, as the loss of training has it. */
public final class PotentialReadOut implements WindowReadOut {

    private final boolean highest;
    private final double[][] window;
    private final double[] scores;
    private int slot;
    private int filled;

    /**
     * @param neurons of the population, each of which is a class
     * @param highest whether the highest potential is compared, rather than the mean
     * @param windowTicks ticks that count
     */
    public PotentialReadOut(int neurons, boolean highest, int windowTicks) {
        this.highest = highest;
        this.window = new double[windowTicks][neurons];
        this.scores = new double[neurons];
    }

    @Override
    public void take(int[] fired, int count, double[] potentials) {
        System.arraycopy(potentials, 0, window[slot], 0, scores.length);
        slot = (slot + 1) % window.length;
        filled = Math.min(window.length, filled + 1);
        Arrays.fill(scores, highest ? Double.NEGATIVE_INFINITY : 0);
        for (int row = 0; row < filled; row++) {
            for (int neuron = 0; neuron < scores.length; neuron++) {
                double potential = window[row][neuron];
                scores[neuron] = highest ? Math.max(scores[neuron], potential) : scores[neuron] + potential / filled;
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
