package ganglion.learning.eventprop.forward;

import java.util.Arrays;

/** Neurons that are going to fire soon, by time and then by number. */
final class DueNeurons {

    private double[] times = new double[16];
    private int[] neurons = new int[16];
    private int first;
    private int end;

    void clear() {
        first = 0;
        end = 0;
    }

    boolean isEmpty() {
        return first == end;
    }

    /** When the first fires. */
    double time() {
        return times[first];
    }

    /** Takes the first. */
    int take() {
        return neurons[first++];
    }

    void add(double time, int neuron) {
        if (end == times.length) {
            times = Arrays.copyOf(times, 2 * end);
            neurons = Arrays.copyOf(neurons, 2 * end);
        }
        int at = end++;
        while (at > first && (times[at - 1] > time || times[at - 1] == time && neurons[at - 1] > neuron)) {
            times[at] = times[at - 1];
            neurons[at] = neurons[at - 1];
            at--;
        }
        times[at] = time;
        neurons[at] = neuron;
    }
}
