package ganglion.kernel.event;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Spikes that are fired and reach nobody, for trials of what they were good for: their neurons are reset and counted as having fired, and
 * no synapse carries them. Neurons have network-wide numbers. Immutable.
 *
 * @param neurons neurons of which no spike reaches anybody
 * @param ticks for some other neurons the ticks whose spikes reach nobody
 */
public record WithheldSpikes(Set<Integer> neurons, Map<Integer, Set<Long>> ticks) {

    /** All spikes reach whom they reach. */
    public static final WithheldSpikes NONE = new WithheldSpikes(Set.of(), Map.of());

    /** Copies both, in ascending order, so that equal ones have the same text: it is part of fingerprints. */
    public WithheldSpikes {
        neurons = Collections.unmodifiableSortedSet(new TreeSet<>(neurons));
        Map<Integer, Set<Long>> copies = new TreeMap<>();
        ticks.forEach((neuron, those) -> copies.put(neuron, Collections.unmodifiableSortedSet(new TreeSet<>(those))));
        ticks = Collections.unmodifiableMap(copies);
    }

    /** The same and all spikes of a neuron. */
    public WithheldSpikes and(int neuron) {
        Set<Integer> more = new TreeSet<>(neurons);
        more.add(neuron);
        return new WithheldSpikes(more, ticks);
    }

    /** The same and the spike that a neuron fires at a tick, if it does. */
    public WithheldSpikes and(int neuron, long tick) {
        Map<Integer, Set<Long>> more = new TreeMap<>(ticks);
        Set<Long> those = new TreeSet<>(ticks.getOrDefault(neuron, Set.of()));
        those.add(tick);
        more.put(neuron, those);
        return new WithheldSpikes(neurons, more);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return neurons.isEmpty() && ticks.isEmpty();
    }

    /** Whether a spike reaches nobody. */
    public boolean holds(long tick, int neuron) {
        return neurons.contains(neuron) || ticks.getOrDefault(neuron, Set.of()).contains(tick);
    }
}
