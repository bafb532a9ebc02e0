package ganglion.hardware.activity;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Synapses;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which neurons an input reaches at which tick, for the ticks to come. */
final class ArrivalSets {

    private final Map<Long, BitSet> byTick = new HashMap<>();
    private final Deque<BitSet> spare = new ArrayDeque<>();

    /** Marks the targets of a spike, each at the tick that its synapse delays it to. */
    void mark(long tick, Synapses synapses, int source, int firstTarget) {
        if (synapses instanceof DenseSynapses dense) {
            at(tick + dense.commonDelayTicks()).set(firstTarget, firstTarget + dense.targetSize());
            return;
        }
        long setTick = -1;
        BitSet set = null;
        for (int i = 0; i < synapses.outDegree(source); i++) {
            long arrival = tick + synapses.delayTicks(source, i);
            if (arrival != setTick) {
                set = at(arrival);
                setTick = arrival;
            }
            set.set(firstTarget + synapses.target(source, i));
        }
    }

    /** Marks one neuron. */
    void mark(long tick, int neuron) {
        at(tick).set(neuron);
    }

    /** The neurons marked at a tick; null if there are none. Give it back when done. */
    BitSet take(long tick) {
        return byTick.remove(tick);
    }

    void giveBack(BitSet set) {
        set.clear();
        spare.push(set);
    }

    private BitSet at(long tick) {
        return byTick.computeIfAbsent(tick, t -> spare.isEmpty() ? new BitSet() : spare.pop());
    }
}
