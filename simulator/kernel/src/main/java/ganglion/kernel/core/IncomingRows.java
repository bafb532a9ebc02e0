package ganglion.kernel.core;

import java.util.Arrays;

/**
 * The synapses that end on a core's neurons, laid out for delivery. A <em>row group</em> is what one source neuron sends
 * into this core through one projection with one delay; it is due as a whole. Row groups are numbered in the canonical
 * order of summation: by source neuron, projection and delay. Three layouts, chosen for each row group:
 *
 * <ul>
 *   <li>contiguous targets with a weight each (dense projections): 8 bytes a synapse and no target list;
 *   <li>listed targets that share one weight: 4 bytes a synapse;
 *   <li>listed targets with a weight each: 12 bytes a synapse.
 * </ul>
 *
 * Immutable after building.
 */
final class IncomingRows {

    /** Network-wide numbers of the source neurons that reach this core, ascending. */
    private final int[] sources;

    /** First row group of the source at the same position of {@link #sources}; one more element closes the last. */
    private final int[] firstGroup;

    /** For every neuron of the network its position in {@link #sources}, or -1; null where that would waste memory. */
    private final int[] positionBySource;

    private final int[] delayTicks;
    private final int[] length;
    /** Index of the hosted neurons that a row group ends on. */
    private final int[] host;
    /** First target of a contiguous row group; position in {@link #targets} of a listed one. */
    private final int[] firstTarget;
    /** Position of a row group's first weight in {@link #weights}; {@link #SHARED} or less for a shared weight. */
    private final int[] firstWeight;

    private final double[] sharedWeight;
    private final boolean[] contiguous;

    private final int[] targets;
    private final double[] weights;

    private static final int SHARED = -1;

    IncomingRows(IncomingRowsBuilder from) {
        sources = from.sources.toArray();
        from.firstGroup.add(from.groupCount());
        firstGroup = from.firstGroup.toArray();
        delayTicks = from.delayTicks.toArray();
        length = from.length.toArray();
        host = from.host.toArray();
        firstTarget = from.firstTarget.toArray();
        firstWeight = from.firstWeight.toArray();
        sharedWeight = Arrays.copyOf(from.sharedWeight, length.length);
        contiguous = Arrays.copyOf(from.contiguous, length.length);
        targets = from.targets();
        weights = from.weights();
        positionBySource = directIndex();
    }

    private int[] directIndex() {
        if (sources.length == 0 || sources[sources.length - 1] / 8 > sources.length) {
            return null;
        }
        int[] positions = new int[sources[sources.length - 1] + 1];
        Arrays.fill(positions, -1);
        for (int i = 0; i < sources.length; i++) {
            positions[sources[i]] = i;
        }
        return positions;
    }

    int groupCount() {
        return length.length;
    }

    /** Number of source neurons that reach this core. */
    int sourceCount() {
        return sources.length;
    }

    /** Network-wide number of a source neuron that reaches this core. */
    int source(int position) {
        return sources[position];
    }

    /** Queues everything that a spike of a source neuron causes in this core. */
    void enqueue(long tick, int source, EventWheel wheel) {
        int position = position(source);
        if (position < 0) {
            return;
        }
        for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
            wheel.add(tick + delayTicks[group], group);
        }
    }

    private int position(int source) {
        if (positionBySource == null) {
            return Arrays.binarySearch(sources, source);
        }
        return source < positionBySource.length ? positionBySource[source] : -1;
    }

    /** Number of synapses of a row group. */
    int length(int group) {
        return length[group];
    }

    /** Index of the hosted neurons that a row group ends on. */
    int host(int group) {
        return host[group];
    }

    /** Adds the weights of a row group to the summed input of its targets. */
    void deliver(int group, double[] input) {
        int count = length[group];
        int target = firstTarget[group];
        int weight = firstWeight[group];
        if (contiguous[group]) {
            for (int i = 0; i < count; i++) {
                input[target + i] += weights[weight + i];
            }
        } else if (weight == SHARED) {
            double shared = sharedWeight[group];
            for (int i = target; i < target + count; i++) {
                input[targets[i]] += shared;
            }
        } else {
            for (int i = 0; i < count; i++) {
                input[targets[target + i]] += weights[weight + i];
            }
        }
    }

    /** Lists the neurons that a row group ends on, by position in their group. */
    void listNeurons(int group, HostedGroup on) {
        int first = firstTarget[group];
        int count = length[group];
        int[] list = on.reached.reserve(count);
        int at = on.reached.size();
        int secondChannel = on.offset + on.size;
        if (contiguous[group]) {
            for (int i = 0; i < count; i++) {
                list[at + i] = first + i - on.offset;
            }
        } else if (on.inputs == on.size) {
            for (int i = 0; i < count; i++) {
                list[at + i] = targets[first + i] - on.offset;
            }
        } else {
            for (int i = 0; i < count; i++) {
                int target = targets[first + i];
                list[at + i] = (target < secondChannel ? target : target - on.size) - on.offset;
            }
        }
        on.reached.extend(count);
    }
}
