package ganglion.kernel.core;

import ganglion.kernel.count.BitLayout;
import ganglion.kernel.network.SparseSynapses;
import java.util.Arrays;

/**
 * Decides at which runs of hosted neurons the rows that end there are held as bits too, and makes the rows. Only memory and
 * time depend on it: {@link BitInput} gives the bits of adding the rows one by one.
 */
final class BitRows {

    /** Runs below this size gain nothing from rows of bits, which are added in loops over words. */
    private static final int FEWEST_NEURONS = 256;

    /**
     * Most bytes of bits per synapse, beside the 4 of the synapse itself. Counting takes less time from one neuron in about
     * thirty on; memory is the limit, which is reached at one in sixteen.
     */
    private static final double MOST_BYTES_A_SYNAPSE = 2;

    /** Of a row, beside its bits: the header of its array and the reference to it. */
    private static final int BYTES_A_ROW = 20;

    /**
     * Spikes that a neuron fires within the delay of its synapses, by which it is estimated how many rows come together at a
     * tick: at usual delays of some milliseconds, neurons of cortical models fire in one of some tens of them.
     */
    private static final double SPIKES_A_DELAY = 1.0 / 40;

    /** Neurons whose input, 8 bytes each, fits the nearest cache, where adding one by one takes half the time. */
    private static final int NEAR_NEURONS = 4096;

    /** Synaptic events per neuron at a tick from which counting takes less time than adding, near and far. */
    private static final int FEWEST_EVENTS_NEAR = 3;

    private static final int FEWEST_EVENTS_FAR = 1;

    /** Share of those that an average tick must be expected to have. */
    private static final double EXPECTED_SHARE = 0.5;

    private final Inlet[] inlets;
    private final RowGroups groups;
    private final HostedGroup[] hosts;

    /** For each run of neurons whether its rows may be bits, and what is known of its rows. */
    private final boolean[] possible;

    private final long[] synapses;
    private final long[] rowGroups;
    private final double[] eventsATick;

    private BitRows(Inlet[] inlets, RowGroups groups, HostedGroup[] hosts) {
        this.inlets = inlets;
        this.groups = groups;
        this.hosts = hosts;
        possible = new boolean[hosts.length];
        for (int host = 0; host < hosts.length; host++) {
            int size = hosts[host].size;
            possible[host] =
                    size >= FEWEST_NEURONS && size <= BitLayout.MOST_NEURONS && hosts[host].fewestForAll() <= size;
        }
        for (Inlet from : inlets) {
            possible[from.host()] &= from.synapses().count() == 0
                    || from.uniform() && from.negativeOffset() == 0 && from.synapses() instanceof SparseSynapses;
        }
        synapses = new long[hosts.length];
        rowGroups = new long[hosts.length];
        eventsATick = new double[hosts.length];
    }

    /** For each run of hosted neurons what counts its rows; null where rows are better added one by one. */
    static BitInput[] of(Inlet[] inlets, RowGroups groups, HostedGroup[] hosts) {
        return new BitRows(inlets, groups, hosts).inputs();
    }

    private BitInput[] inputs() {
        BitInput[] inputs = new BitInput[hosts.length];
        survey();
        boolean any = false;
        for (int host = 0; host < hosts.length; host++) {
            possible[host] &= pays(host);
            any |= possible[host];
        }
        if (!any) {
            return inputs;
        }
        double[] weights = Arrays.stream(inlets)
                .mapToDouble(from -> possible[from.host()] && from.synapses().count() > 0
                        ? from.synapses().weightAt(0)
                        : Double.NaN)
                .toArray();
        long[][] rows = rows();
        for (int host = 0; host < hosts.length; host++) {
            if (possible[host]) {
                int size = hosts[host].size;
                inputs[host] = new BitInput(groups, weights, rows, size, fewestEvents(size));
            }
        }
        return inputs;
    }

    /** Number of synaptic events at a tick from which a run of neurons is better counted. */
    private static long fewestEvents(int size) {
        return (long) size * (size <= NEAR_NEURONS ? FEWEST_EVENTS_NEAR : FEWEST_EVENTS_FAR);
    }

    private void survey() {
        for (int group = 0; group < groups.count(); group++) {
            int host = inlets[groups.inlet(group)].host();
            synapses[host] += groups.length(group);
            rowGroups[host]++;
            eventsATick[host] += SPIKES_A_DELAY * groups.length(group) / groups.delayTicks(group);
        }
    }

    private boolean pays(int host) {
        int size = hosts[host].size;
        long bytesOfRows = (BitLayout.of(size).words() * (long) Long.BYTES + BYTES_A_ROW) * rowGroups[host];
        return eventsATick[host] >= EXPECTED_SHARE * fewestEvents(size)
                && bytesOfRows <= MOST_BYTES_A_SYNAPSE * synapses[host];
    }

    /** The rows of bits, by row group; null for those that have none. */
    private long[][] rows() {
        long[][] rows = new long[groups.count()][];
        IntList targets = new IntList();
        for (int group = 0; group < rows.length; group++) {
            Inlet from = inlets[groups.inlet(group)];
            if (possible[from.host()]) {
                int length = groups.length(group);
                int[] list = targets.reserve(length);
                from.synapses().listTargets(groups.start(group), length, -from.firstTarget(), list, 0);
                rows[group] = BitLayout.of(hosts[from.host()].size).row(list, length);
            }
        }
        return rows;
    }
}
