package ganglion.live.decide;

import ganglion.scenario.expect.LeadingRate;
import java.util.Arrays;
import java.util.List;

/** Counts the spikes of each class, or the neurons of each class that fire. */
public final class CountReadOut implements WindowReadOut {

    private static final int[] NONE = {};

    private final List<List<Integer>> groups;
    private final boolean votes;
    private final int smallestGroup;
    private final int[] spikes;
    private final long[] sums;
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
        this.smallestGroup = groups.stream()
                .mapToInt(List::size)
                .filter(size -> size > 0)
                .min()
                .orElse(1);
        this.spikes = new int[neurons];
        this.sums = new long[groups.size()];
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
            sums[c] = sum(groups.get(c));
            counts[c] = count(c);
        }
    }

    private long sum(List<Integer> group) {
        long sum = 0;
        for (int neuron : group) {
            sum += votes ? Math.min(1, spikes[neuron]) : spikes[neuron];
        }
        return sum;
    }

    /** Of a larger group than the smallest the count that as many of its neurons have in the mean: no more is claimed than they tell. */
    private int count(int ofClass) {
        return (int) (sums[ofClass] * (votes ? 1 : smallestGroup) / divisor(ofClass));
    }

    /** What the sum of a class is divided by to be compared with those of others. */
    private int divisor(int ofClass) {
        return votes ? 1 : Math.max(1, groups.get(ofClass).size());
    }

    @Override
    public boolean needsPotentials() {
        return false;
    }

    @Override
    public int leader() {
        int leader = 0;
        for (int c = 1; c < counts.length; c++) {
            // Fractions are compared without rounding.
            leader = sums[c] * divisor(leader) > sums[leader] * divisor(c) ? c : leader;
        }
        return sums[leader] == 0 ? -1 : leader;
    }

    @Override
    public double confidence(int ofClass) {
        return rates.probability(counts, ofClass);
    }
}
