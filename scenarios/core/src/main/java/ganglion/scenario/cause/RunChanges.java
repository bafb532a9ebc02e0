package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the spikes of one run differ from those of another, of networks with the same populations.
 *
 * @param populations counts of each population, in the order of the network
 * @param firstLost spikes that only the first run has, the earliest of them in order of tick, population and neuron
 * @param firstNew spikes that only the other run has, likewise
 */
public record RunChanges(List<PopulationCounts> populations, List<SpikeId> firstLost, List<SpikeId> firstNew) {

    /** Spikes of each kind that are named. */
    public static final int NAMED = 10;

    /** By tick, population and neuron. */
    static final Comparator<SpikeId> ORDER = Comparator.comparingLong(SpikeId::tick)
            .thenComparingInt(SpikeId::population)
            .thenComparingInt(SpikeId::neuron);

    /** Copies the lists. */
    public RunChanges {
        populations = List.copyOf(populations);
        firstLost = List.copyOf(firstLost);
        firstNew = List.copyOf(firstNew);
    }

    /**
     * Spikes of a population.
     *
     * @param population index in the network
     * @param before in the first run
     * @param after in the other
     * @param lost of those of the first that the other has not
     * @param added of those of the other that the first has not
     */
    public record PopulationCounts(int population, long before, long after, long lost, long added) {}

    /** Compares the spikes of each population. */
    public static RunChanges between(List<SpikeRaster> before, List<SpikeRaster> after) {
        List<PopulationCounts> populations = new ArrayList<>();
        List<SpikeId> lost = new ArrayList<>();
        List<SpikeId> added = new ArrayList<>();
        for (int p = 0; p < before.size(); p++) {
            SpikeRaster first = before.get(p);
            SpikeRaster other = after.get(p);
            populations.add(new PopulationCounts(
                    p,
                    first.size(),
                    other.size(),
                    missing(p, first, other, NAMED, lost),
                    missing(p, other, first, NAMED, added)));
        }
        return new RunChanges(populations, earliest(lost), earliest(added));
    }

    /**
     * Counts the spikes of a raster that another has not.
     *
     * @param most how many of them, from the first on, are added to the list
     */
    static long missing(int population, SpikeRaster of, SpikeRaster in, int most, List<SpikeId> list) {
        long count = 0;
        int next = 0;
        for (int i = 0; i < of.size(); i++) {
            while (next < in.size() && isBefore(in, next, of, i)) {
                next++;
            }
            boolean found = next < in.size() && in.tick(next) == of.tick(i) && in.neuron(next) == of.neuron(i);
            if (!found && count++ < most) {
                list.add(new SpikeId(population, of.neuron(i), of.tick(i)));
            }
        }
        return count;
    }

    private static boolean isBefore(SpikeRaster in, int one, SpikeRaster of, int other) {
        return in.tick(one) < of.tick(other) || in.tick(one) == of.tick(other) && in.neuron(one) < of.neuron(other);
    }

    private static List<SpikeId> earliest(List<SpikeId> spikes) {
        return spikes.stream().sorted(ORDER).limit(NAMED).toList();
    }

    /** Spikes that only the first run has. */
    public long lost() {
        return populations.stream().mapToLong(PopulationCounts::lost).sum();
    }

    /** Spikes that only the other run has. */
    public long added() {
        return populations.stream().mapToLong(PopulationCounts::added).sum();
    }
}
