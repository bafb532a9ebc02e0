package ganglion.kernel.core;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the rows that end on a core's neurons out of the network's projections. */
final class IncomingRowsBuilder {

    final IntList sources = new IntList();
    final IntList firstGroup = new IntList();
    final IntList delayTicks = new IntList();
    final IntList length = new IntList();
    final IntList host = new IntList();
    final IntList firstTarget = new IntList();
    final IntList firstWeight = new IntList();
    double[] sharedWeight = new double[64];
    boolean[] contiguous = new boolean[64];

    private int[] targets = new int[64];
    private int targetCount;
    private double[] weights = new double[64];
    private int weightCount;

    /**
     * Part of a projection that ends on one run of hosted neurons.
     *
     * @param offset position of the first neuron's input
     * @param negativeOffset how much further on the input of negative weights is
     */
    private record Inlet(Synapses synapses, int host, int firstTarget, int endTarget, int offset, int negativeOffset) {}

    private IncomingRowsBuilder() {}

    /**
     * @param hosted the core's neurons, in ascending order; they are numbered through within the core
     */
    static IncomingRows build(Network network, List<HostedNeurons> hosted) {
        IncomingRowsBuilder builder = new IncomingRowsBuilder();
        for (int p = 0; p < network.populations().size(); p++) {
            List<Inlet> inlets = inlets(network, network.populations().get(p).name(), hosted);
            if (!inlets.isEmpty()) {
                builder.addSources(
                        network.firstNeuron(p), network.populations().get(p).size(), inlets);
            }
        }
        return new IncomingRows(builder);
    }

    private static List<Inlet> inlets(Network network, String source, List<HostedNeurons> hosted) {
        List<Inlet> inlets = new ArrayList<>();
        for (Projection projection : network.projections()) {
            if (projection.source().equals(source)) {
                int target = network.index(projection.target());
                int offset = 0;
                for (int h = 0; h < hosted.size(); h++) {
                    HostedNeurons run = hosted.get(h);
                    int channels =
                            network.populations().get(run.population()).model().inputChannels();
                    if (run.population() == target) {
                        int negativeOffset = channels > 1 ? run.size() : 0;
                        inlets.add(new Inlet(
                                projection.synapses(),
                                h,
                                run.first(),
                                run.first() + run.size(),
                                offset,
                                negativeOffset));
                    }
                    offset += channels * run.size();
                }
            }
        }
        return inlets;
    }

    private void addSources(int firstNeuron, int size, List<Inlet> inlets) {
        for (int source = 0; source < size; source++) {
            int groupsBefore = groupCount();
            for (Inlet inlet : inlets) {
                if (inlet.synapses() instanceof DenseSynapses dense && inlet.negativeOffset() == 0) {
                    addContiguous(dense, source, inlet);
                } else {
                    addListed(source, inlet);
                }
            }
            if (groupCount() > groupsBefore) {
                sources.add(firstNeuron + source);
                firstGroup.add(groupsBefore);
            }
        }
    }

    private void addContiguous(DenseSynapses dense, int source, Inlet inlet) {
        int count = inlet.endTarget() - inlet.firstTarget();
        addGroup(dense.commonDelayTicks(), count, inlet.host(), inlet.offset(), weightCount, 0, true);
        reserveWeights(count);
        int from = source * dense.targetSize() + inlet.firstTarget();
        System.arraycopy(dense.weights(), from, weights, weightCount, count);
        weightCount += count;
    }

    private void addListed(int source, Inlet inlet) {
        Synapses synapses = inlet.synapses();
        int from = firstAtOrAfter(synapses, source, inlet.firstTarget());
        int until = firstAtOrAfter(synapses, source, inlet.endTarget());
        int shift = inlet.offset() - inlet.firstTarget();
        for (int delay = nextDelay(synapses, source, from, until, 0);
                delay < Integer.MAX_VALUE;
                delay = nextDelay(synapses, source, from, until, delay)) {
            int firstOfGroup = targetCount;
            reserveTargets(until - from);
            reserveWeights(until - from);
            boolean shared = true;
            int count = 0;
            for (int i = from; i < until; i++) {
                if (synapses.delayTicks(source, i) == delay) {
                    double weight = synapses.weight(source, i);
                    int channelShift = weight < 0 ? inlet.negativeOffset() : 0;
                    targets[targetCount++] = synapses.target(source, i) + shift + channelShift;
                    weights[weightCount + count++] = weight;
                    shared &= weights[weightCount] == weights[weightCount + count - 1];
                }
            }
            int firstWeightOfGroup = shared ? -1 : weightCount;
            addGroup(delay, count, inlet.host(), firstOfGroup, firstWeightOfGroup, weights[weightCount], false);
            weightCount += shared ? 0 : count;
        }
    }

    /** The smallest delay above another among some synapses of a row; {@link Integer#MAX_VALUE} if there is none. */
    private static int nextDelay(Synapses synapses, int source, int from, int until, int above) {
        int next = Integer.MAX_VALUE;
        for (int i = from; i < until; i++) {
            int delay = synapses.delayTicks(source, i);
            if (delay > above && delay < next) {
                next = delay;
            }
        }
        return next;
    }

    private static int firstAtOrAfter(Synapses synapses, int source, int target) {
        int low = 0;
        int high = synapses.outDegree(source);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (synapses.target(source, middle) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void addGroup(
            int delay, int count, int hostIndex, int target, int weight, double shared, boolean isContiguous) {
        int group = groupCount();
        if (group == sharedWeight.length) {
            sharedWeight = Arrays.copyOf(sharedWeight, 2 * group);
            contiguous = Arrays.copyOf(contiguous, 2 * group);
        }
        sharedWeight[group] = shared;
        contiguous[group] = isContiguous;
        delayTicks.add(delay);
        length.add(count);
        host.add(hostIndex);
        firstTarget.add(target);
        firstWeight.add(weight);
    }

    int groupCount() {
        return length.size();
    }

    int[] targets() {
        return Arrays.copyOf(targets, targetCount);
    }

    double[] weights() {
        return Arrays.copyOf(weights, weightCount);
    }

    private void reserveTargets(int more) {
        if (targetCount + more > targets.length) {
            targets = Arrays.copyOf(targets, Math.max(targetCount + more, grown(targets.length)));
        }
    }

    private void reserveWeights(int more) {
        if (weightCount + more > weights.length) {
            weights = Arrays.copyOf(weights, Math.max(weightCount + more, grown(weights.length)));
        }
    }

    private static int grown(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 64L);
    }
}
