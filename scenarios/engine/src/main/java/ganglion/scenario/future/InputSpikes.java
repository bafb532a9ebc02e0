package ganglion.scenario.future;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.random.CounterRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The spikes of the populations that take no input, as they were in a run and as they might go on. Safe to share between threads. */
final class InputSpikes {

    private static final int LEFT_OUT = 0;
    private static final int MOVED = 1;

    private final Map<Integer, SpikeRaster> byPopulation = new TreeMap<>();
    private final FutureRules rules;

    /**
     * @param network that ran
     * @param spikes of each population in the run
     */
    InputSpikes(Network network, List<SpikeRaster> spikes, FutureRules rules) {
        this.rules = rules;
        for (int p = 0; p < spikes.size(); p++) {
            Population population = network.populations().get(p);
            if (!population.model().takesInput()) {
                byPopulation.put(p, population.model() instanceof SpikeSource source ? source.spikes() : spikes.get(p));
            }
        }
    }

    /** Indices of the populations. */
    Iterable<Integer> populations() {
        return byPopulation.keySet();
    }

    boolean contains(int population) {
        return byPopulation.containsKey(population);
    }

    /**
     * The spikes that a population has from a moment on, disturbed. A spike that would be moved before the moment is mirrored at it, as nothing is
     * changed there any more; of two spikes of a neuron in one tick, one stays.
     *
     * @param random of this future; a spike is disturbed alike whenever a future starts before it
     */
    SpikeRaster after(long moment, int population, Ending ending, CounterRandom random) {
        SpikeRaster source = byPopulation.get(population);
        CounterRandom leaveOut = random.branch(population).branch(LEFT_OUT);
        CounterRandom move = random.branch(population).branch(MOVED);
        int neurons = source.neuronCount();
        int first = source.firstIndexAt(Math.max(0, moment - ending.shiftTicks()));
        int last = Math.max(first, source.firstIndexAt(ending.sourceEnd()));
        long[] placed = new long[last - first];
        int count = 0;
        for (int i = first; i < last; i++) {
            long ticks = source.tick(i) + ending.shiftTicks() - moment;
            if (ticks >= ending.end() - moment) {
                break;
            }
            if (leaveOut.uniform(i) < rules.deletion()) {
                continue;
            }
            long moved = ticks + Math.round(rules.jitterTicks() * move.gaussian(i));
            long kept = moved < 0 ? -1 - moved : moved;
            if (kept < ending.end() - moment) {
                placed[count++] = kept * neurons + source.neuron(i);
            }
        }
        Arrays.sort(placed, 0, count);
        SpikeRaster.Builder spikes = SpikeRaster.builder(neurons);
        for (int k = 0; k < count; k++) {
            if (k == 0 || placed[k] != placed[k - 1]) {
                spikes.add(moment + placed[k] / neurons, (int) (placed[k] % neurons));
            }
        }
        return spikes.build();
    }
}
