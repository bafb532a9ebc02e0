package ganglion.study.rhythm;

import ganglion.learning.sample.SpikeInput;
import java.util.Arrays;

/**
 * Neurons that fire when a spike coincides with an earlier one after their delay: {@code v <- beta v + x}, where x counts the
 * spikes that arrive at once and after the delay, each with weight 1; at a potential of {@value #THRESHOLD} the neuron fires and is
 * reset to zero. The same as population {@code lif} of a scenario with two projections. A single spike falls to a quarter
 * within a tick: only two at the same tick are a coincidence.
 *
 * @param lagsTicks delay of each neuron, 1 or more
 */
record CoincidenceBank(int[] lagsTicks) {

    static final double THRESHOLD = 1.5;
    static final double BETA = 0.25;

    /** Neurons for lags from one to the other, in equal steps. */
    static CoincidenceBank of(int shortestTicks, int longestTicks, int stepTicks) {
        int[] lags = new int[(longestTicks - shortestTicks) / stepTicks + 1];
        Arrays.setAll(lags, i -> shortestTicks + i * stepTicks);
        return new CoincidenceBank(lags);
    }

    int size() {
        return lagsTicks.length;
    }

    /** The response of the neurons to a train: an output spike has the tick of the input spike that completes the coincidence. */
    SpikeInput respond(int[] spikes, int ticks) {
        boolean[] input = new boolean[ticks];
        for (int spike : spikes) {
            input[spike] = true;
        }
        double[] potential = new double[size()];
        int[] starts = new int[ticks + 1];
        int[] neurons = new int[16];
        int count = 0;
        for (int tick = 0; tick < ticks; tick++) {
            for (int n = 0; n < potential.length; n++) {
                int arrived = (input[tick] ? 1 : 0) + (tick >= lagsTicks[n] && input[tick - lagsTicks[n]] ? 1 : 0);
                potential[n] = BETA * potential[n] + arrived;
                if (potential[n] >= THRESHOLD) {
                    potential[n] = 0;
                    neurons = count == neurons.length ? Arrays.copyOf(neurons, 2 * count) : neurons;
                    neurons[count++] = n;
                }
            }
            starts[tick + 1] = count;
        }
        return new SpikeInput(size(), starts, Arrays.copyOf(neurons, count));
    }
}
