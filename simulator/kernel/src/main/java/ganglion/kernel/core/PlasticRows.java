package ganglion.kernel.core;

import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.plasticity.SynapseChanges;
import ganglion.kernel.plasticity.SynapseRule;
import java.util.Arrays;

/**
 * The weights of a projection's synapses that end on one run of hosted neurons, as a {@link SynapseRule} changes them. A row
 * group is brought up to date when a spike of its source is delivered: at tick {@code T} with a delay {@code d}, which
 * was at the synapses at {@code t = T - d}, all spikes of the target neurons up to {@code t - d} are taken into
 * account, because they have reached the synapses by {@code t}. Rows of quiet sources are looked for all the
 * time, a few at each target spike, so that the spikes that wait for them can be forgotten and memory stays bounded.
 *
 * <p>Every weight goes through the same operations in the same order, whether it is brought up to date early or late: one
 * change per target spike and one per source spike, in order of the time at which they reach the synapse.
 * That is why a checkpoint, which brings all weights up to date, leaves no trace in the results.
 *
 * <p>Weights are copied here from the shared synapses, 8 bytes each. All synapses of a row group share the variables of
 * the source.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class PlasticRows {

    /** Spikes during which quiet rows are brought up to date once: enough for that work to be small per spike. */
    private static final int FEWEST_WAITING = 1024;
    /** The same per hosted neuron, for large groups. */
    private static final int WAITING_PER_NEURON = 8;

    private final SynapseChanges changes;
    private final StoredSynapses synapses;
    private final int firstTarget;
    private final int negativeOffset;
    private final double[] sourceAtRest;
    private final SpikeHistory targetSpikes;

    /** For each row group the position of its first synapse in the projection. */
    private final IntList position = new IntList();
    /** For each row group the number of its synapses. */
    private final IntList length = new IntList();
    /** For each row group the delay of its synapses. */
    private final IntList delayTicks = new IntList();
    /** For each row group where its weights start. */
    private final IntList firstWeight = new IntList();

    /** For each row group the tick up to which target spikes have been taken into account. */
    private long[] knownUntil = new long[16];

    /** For each row group the tick at which the source's latest delivered spike reached the synapses. */
    private long[] lastSourceTick = new long[16];

    /** For each row group the variables of its source, right after that spike. */
    private double[] source = new double[0];

    /** The weights as they are now, group after group. */
    private double[] weights = new double[64];

    private int weightCount;
    private int largestDelayTicks = 1;

    /** Number of target spikes during which quiet rows are brought up to date once. */
    private int mostWaiting;
    /** The row group that is looked at next, whether it is quiet. */
    private int nextToCheck;
    /** Row groups to look at, times {@link #mostWaiting}: each target spike adds the number of row groups. */
    private long checksDue;
    /** The tick at which the first row group was looked at. */
    private long checkingSince;
    /** The targets of the row group at hand, by position in the run; reused, as all that follows. */
    private int[] targets = new int[0];
    /** Its weights. */
    private double[] row = new double[0];
    /** The latest spike of each of its targets that has reached the synapses. */
    private int[] latest = new int[0];
    /** What reaches each of its targets. */
    private double[] effects = new double[0];
    /** The spikes that its weights have still to take in. */
    private final SpikeList waiting = new SpikeList();

    /**
     * Rows without groups yet.
     *
     * @param rule how weights change
     * @param synapses of the whole projection, whose weights are those that the run starts with
     * @param firstTarget first hosted neuron, by position in the target population
     * @param size number of hosted neurons
     * @param negativeOffset distance from a neuron's input of what is positive to that of what is negative
     */
    PlasticRows(SynapseRule rule, StoredSynapses synapses, int firstTarget, int size, int negativeOffset) {
        this.changes = rule.changes();
        this.negativeOffset = negativeOffset;
        this.synapses = synapses;
        this.firstTarget = firstTarget;
        this.sourceAtRest = changes.sourceAtRest();
        this.targetSpikes = new SpikeHistory(size, changes);
        this.mostWaiting = Math.max(FEWEST_WAITING, WAITING_PER_NEURON * size);
    }

    /**
     * Takes over a row group, with its weights as they are in the projection.
     *
     * @param delay of all its synapses, in ticks
     * @param firstPosition position of its first synapse
     * @param count number of its synapses, at successive positions
     * @return its number here
     */
    int addGroup(int delay, int firstPosition, int count) {
        int group = position.size();
        position.add(firstPosition);
        length.add(count);
        delayTicks.add(delay);
        firstWeight.add(weightCount);
        if (group == knownUntil.length) {
            knownUntil = Arrays.copyOf(knownUntil, 2 * group);
            lastSourceTick = Arrays.copyOf(lastSourceTick, 2 * group);
        }
        knownUntil[group] = -1;
        if (source.length < knownUntil.length * sourceAtRest.length) {
            source = Arrays.copyOf(source, knownUntil.length * sourceAtRest.length);
        }
        System.arraycopy(sourceAtRest, 0, source, group * sourceAtRest.length, sourceAtRest.length);
        if (weightCount + count > weights.length) {
            weights = Arrays.copyOf(weights, weightCount + count + (weightCount >> 1));
        }
        for (int i = 0; i < count; i++) {
            weights[weightCount++] = synapses.weightAt(firstPosition + i);
        }
        if (targets.length < count) {
            targets = new int[2 * count];
            row = new double[2 * count];
            latest = new int[2 * count];
            effects = new double[2 * count];
        }
        largestDelayTicks = Math.max(largestDelayTicks, delay);
        return group;
    }

    /**
     * Delivers a spike of a row group's source at the tick at which it reaches the target neurons.
     *
     * @param offset where the first hosted neuron has its input
     */
    void deliver(int group, long tick, double[] input, int offset) {
        int delay = delayTicks.get(group);
        int count = length.get(group);
        takeRow(group);
        catchUp(group, tick - 2L * delay);
        changes.takeSource(
                row,
                latest,
                count,
                tick - 2L * delay,
                targetSpikes.ticks(),
                targetSpikes.before(),
                source,
                group * sourceAtRest.length,
                tick - delay - lastSourceTick[group],
                effects);
        System.arraycopy(row, 0, weights, firstWeight.get(group), count);
        for (int i = 0; i < count; i++) {
            int at = offset + targets[i];
            input[effects[i] < 0 ? at + negativeOffset : at] += effects[i];
        }
        sourceFired(group, tick - delay);
    }

    /** Takes the variables of a row group's source through a spike, fired at a tick. */
    void sourceFired(int group, long tick) {
        changes.fireSource(source, group * sourceAtRest.length, tick - lastSourceTick[group]);
        lastSourceTick[group] = tick;
    }

    /** Copies the weights of a row group and lists their targets. */
    private void takeRow(int group) {
        int count = length.get(group);
        synapses.listTargets(position.get(group), count, -firstTarget, targets, 0);
        System.arraycopy(weights, firstWeight.get(group), row, 0, count);
    }

    /**
     * Changes the row at hand by the spikes of the targets that have not been taken into account yet.
     *
     * @param until the latest tick of a target spike that has reached the synapses
     */
    private void catchUp(int group, long until) {
        if (!changes.followsTargets()) {
            return;
        }
        int count = length.get(group);
        targetSpikes.findLatest(targets, count, until, latest);
        targetSpikes.listSince(latest, count, knownUntil[group], waiting);
        changes.takeTargets(
                row,
                waiting.number,
                waiting.spike,
                waiting.size,
                targetSpikes.ticks(),
                targetSpikes.before(),
                source,
                group * sourceAtRest.length,
                lastSourceTick[group] - delayTicks.get(group));
        knownUntil[group] = Math.max(knownUntil[group], until);
    }

    /**
     * Takes in a spike of a hosted neuron, by its position in the run, at the tick being run. Sources that are quiet are
     * looked for on the way, a few row groups at each spike, so that no tick has much more to do than others.
     */
    void targetFired(int neuron, long tick) {
        if (!changes.followsTargets()) {
            return;
        }
        targetSpikes.add(neuron, tick);
        checksDue += position.size();
        while (checksDue >= mostWaiting) {
            checksDue -= mostWaiting;
            checkNext(tick);
        }
    }

    /**
     * Brings the next row group up to date if its source has been quiet since this round began. After the last one, no synapse
     * needs the spikes from before the round any more, and they are forgotten.
     */
    private void checkNext(long tick) {
        if (nextToCheck == 0) {
            checkingSince = tick;
        }
        if (knownUntil[nextToCheck] < certain(nextToCheck, checkingSince)) {
            catchUpRow(nextToCheck, tick);
        }
        nextToCheck++;
        if (nextToCheck == position.size()) {
            nextToCheck = 0;
            targetSpikes.forgetUntil(checkingSince - 2L * largestDelayTicks - 1);
            // Where many spikes are still on their way, rounds are longer, so that forgetting takes little time per
            // spike.
            mostWaiting = Math.max(mostWaiting, targetSpikes.size() - mostWaiting);
        }
    }

    /**
     * The tick up to which all target spikes can be taken into account once all spikes due before a tick have been delivered:
     * later ones may still be preceded at the synapses by spikes of the source that are on their way.
     */
    private long certain(int group, long tick) {
        return tick - 2L * delayTicks.get(group) - 1;
    }

    private void catchUpRow(int group, long tick) {
        takeRow(group);
        catchUp(group, certain(group, tick));
        System.arraycopy(row, 0, weights, firstWeight.get(group), length.get(group));
    }

    /**
     * Brings all weights to what they are once the spikes that are certain to have reached the synapses are taken into account.
     *
     * @param tick all spikes due before this tick have been delivered
     */
    void catchUpAll(long tick) {
        for (int group = 0; group < position.size(); group++) {
            catchUpRow(group, tick);
        }
    }

    /** Takes in a spike that a hosted neuron fired before the tick that a run resumes from. */
    void replayTarget(int neuron, long tick, long from) {
        if (!changes.followsTargets()) {
            return;
        }
        targetSpikes.add(neuron, tick);
        if (targetSpikes.size() >= mostWaiting) {
            targetSpikes.forgetUntil(Math.min(tick, from) - 2L * largestDelayTicks - 1);
            mostWaiting = Math.max(mostWaiting, 2 * targetSpikes.size());
        }
    }

    /** Takes over weights that were all brought up to date at a tick. */
    void restoreWeights(double[] byPosition, long tick) {
        for (int group = 0; group < position.size(); group++) {
            System.arraycopy(byPosition, position.get(group), weights, firstWeight.get(group), length.get(group));
            knownUntil[group] = certain(group, tick);
        }
    }

    /** Number of target spikes that are kept. */
    int targetSpikeCount() {
        return targetSpikes.size();
    }

    /** Copies the weights to the positions of their synapses in the projection. */
    void copyWeights(double[] byPosition) {
        for (int group = 0; group < position.size(); group++) {
            System.arraycopy(weights, firstWeight.get(group), byPosition, position.get(group), length.get(group));
        }
    }
}
