package ganglion.scenario.experiment.compile;

import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Inputs that fire by chance, each as often at each step. */
public final class RandomSpikes {

    private RandomSpikes() {}

    public static SpikeInput of(int inputs, int steps, double rate, Random random) {
        List<Integer> neurons = new ArrayList<>();
        int[] starts = new int[steps + 1];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < inputs; i++) {
                if (random.nextDouble() < rate) {
                    neurons.add(i);
                }
            }
            starts[t + 1] = neurons.size();
        }
        return new SpikeInput(
                inputs, starts, neurons.stream().mapToInt(Integer::intValue).toArray());
    }
}
