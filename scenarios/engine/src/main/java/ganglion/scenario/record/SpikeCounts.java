package ganglion.scenario.record;

import java.util.Arrays;
import java.util.List;

/** Number of spikes per population, of all neurons, recorded or not. */
final class SpikeCounts {

    private final long[] byPopulation;

    SpikeCounts(int populations) {
        this.byPopulation = new long[populations];
    }

    void add(int population, long spikes) {
        byPopulation[population] += spikes;
    }

    long of(int population) {
        return byPopulation[population];
    }

    long all() {
        return Arrays.stream(byPopulation).sum();
    }

    List<Long> list() {
        return Arrays.stream(byPopulation).boxed().toList();
    }
}
