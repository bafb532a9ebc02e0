package ganglion.learning.eventprop.forward;

import java.util.Arrays;

/** Times when neurons are going to fire, as a tree of winners: the soonest is known, and a change takes the logarithm of their number. */
final class SoonestNeuron {

    private final int leaves;
    private final double[] times;
    private final int[] winners;

    SoonestNeuron(int neurons) {
        leaves = Math.max(2, Integer.highestOneBit(2 * neurons - 1));
        times = new double[leaves];
        winners = new int[2 * leaves];
        Arrays.fill(times, Double.POSITIVE_INFINITY);
        for (int i = 0; i < leaves; i++) {
            winners[leaves + i] = i;
        }
        for (int i = leaves - 1; i > 0; i--) {
            winners[i] = winners[2 * i];
        }
    }

    /** The neuron that fires next, the first of equals. */
    int neuron() {
        return winners[1];
    }

    /** When it does; infinite if none does. */
    double time() {
        return times[winners[1]];
    }

    void set(int neuron, double time) {
        times[neuron] = time;
        for (int i = (leaves + neuron) / 2; i > 0; i /= 2) {
            int left = winners[2 * i];
            int right = winners[2 * i + 1];
            winners[i] = times[right] < times[left] ? right : left;
        }
    }
}
