package ganglion.kernel.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Successive neurons of a population: those that one place hosts, and on which the synapses end that are built there.
 *
 * @param first position of the first neuron
 * @param end position after that of the last; {@code first} if there is none
 */
public record TargetSlice(int first, int end) {

    /** No neuron: synapses of this slice cost neither time nor memory. */
    public static final TargetSlice NONE = new TargetSlice(0, 0);

    /** @throws IllegalArgumentException if it begins before 0 or ends before it begins */
    public TargetSlice {
        if (first < 0 || end < first) {
            throw new IllegalArgumentException(
                    "neurons " + first + " to " + end + " (exclusive) are no slice of a population");
        }
    }

    /** All neurons of a population of a size. */
    public static TargetSlice whole(int populationSize) {
        return new TargetSlice(0, populationSize);
    }

    /** One of several equal shares of a population. */
    public static TargetSlice share(int share, int shares, int populationSize) {
        return new TargetSlice(
                (int) ((long) populationSize * share / shares), (int) ((long) populationSize * (share + 1) / shares));
    }

    /** Successive neurons in equal shares: as many as are asked for, or only one if there are fewer neurons. */
    public List<TargetSlice> shares(int count) {
        return count > size()
                ? List.of(this)
                : IntStream.range(0, count)
                        .mapToObj(number -> share(number, count, size()))
                        .map(share -> new TargetSlice(first + share.first, first + share.end))
                        .toList();
    }

    /**
     * All of some successive neurons.
     *
     * @param parts of them, at least one
     * @throws IllegalArgumentException if a part does not begin where the one before ends
     */
    public static TargetSlice joined(List<TargetSlice> parts) {
        TargetSlice joined = parts.get(0);
        for (TargetSlice part : parts.subList(1, parts.size())) {
            if (part.first != joined.end) {
                throw new IllegalArgumentException(
                        "found a part that begins at neuron " + part.first + ", expected " + joined.end);
            }
            joined = new TargetSlice(joined.first, part.end);
        }
        return joined;
    }

    /** Number of neurons. */
    public int size() {
        return end - first;
    }

    /** Whether it has no neurons. */
    public boolean isEmpty() {
        return end == first;
    }

    /** Whether these are all neurons of a population of a size. */
    public boolean isWhole(int populationSize) {
        return first == 0 && end == populationSize;
    }

    /** Whether a neuron is among them. */
    public boolean holds(int neuron) {
        return neuron >= first && neuron < end;
    }

    /** @throws IllegalArgumentException if a population of a size has not all of these neurons */
    public void checkWithin(int populationSize) {
        if (end > populationSize) {
            throw new IllegalArgumentException("neurons " + first + " to " + end
                    + " (exclusive) are no slice of a population of " + populationSize + " neurons");
        }
    }
}
