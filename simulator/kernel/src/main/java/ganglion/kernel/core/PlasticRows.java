package ganglion.kernel.core;

import ganglion.kernel.network.Synapses;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.WeightChanges;
import java.util.Arrays;

/**
 * The weights of a projection's synapses that end on one run of hosted neurons, as {@link PairStdp} changes them. A row
 * group is brought up to date when a spike of its source is delivered: at tick {@code T} with a delay {@code d}, which
 * was at the synapses at {@code t = T - d}, all spikes of the target neurons up to {@code t - d} are taken into
 * account, because they have reached the synapses by {@code t}. Spikes that wait for a quiet source are taken into
 * account, and forgotten, when they become many, so that memory stays bounded.
 *
 * <p>Every weight goes through the same operations in the same order, whether it is brought up to date early or late: a
 * potentiation per target spike, a depression per source spike, in order of the time at which they reach the synapse.
 * That is why a checkpoint, which brings all weights up to date, leaves no trace in the results.
 *
 * <p>Weights are copied here from the shared synapses, 8 bytes each. All synapses of a row group share one trace of the
 * source.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class PlasticRows {

    /** Spikes that wait before all rows are brought up to date: enough for that work to be small per spike. */
    private static final int FEWEST_WAITING = 1024;
    /** The same per hosted neuron, for large groups. */
    private static final int WAITING_PER_NEURON = 8;

    private final WeightChanges changes;
    private final Synapses synapses;
    private final int firstTarget;
    private final DecayTable sourceDecay;
    private final SpikeHistory targetSpikes;

    /** For each row group the position of its first synapse in the projection. */
    private final IntList position = new IntList();
    /** For each row group the number of its synapses. */
    private final IntList length = new IntList();
    /** For each row group the delay of its synapses. */
    private final IntList delayTicks = new IntList();
    /** For each row group where its weights start. */
    private final IntList firstWeight = new IntList();

    /** For each row group the tick at which the source's latest delivered spike reached the synapses. */
    private long[] lastSourceTick = new long[16];

    /** For each row group the trace of its source's delivered spikes, at that tick. */
    private double[] sourceTrace = new double[16];

    /** The weights as they are now, group after group. */
    private double[] weights = new double[64];

    private int weightCount;
    private int largestDelayTicks = 1;

    /** All target spikes that are certain to have reached the synapses before this tick have been taken into account. */
    private long caughtUpAt;

    /** Number of logged spikes from which all rows are brought up to date. */
    private int mostWaiting;
    /** The targets of the row group at hand, by position in the run; reused, as all that follows. */
    private int[] targets = new int[0];
    /** Its weights. */
    private double[] row = new double[0];
    /** The latest spike of each of its targets that has reached the synapses. */
    private int[] latest = new int[0];
    /** The trace of each of its targets. */
    private double[] traces = new double[0];
    /** The spikes that its weights have still to take in. */
    private final SpikeList waiting = new SpikeList();

    /**
     * Rows without groups yet.
     *
     * @param rule how weights change
     * @param synapses of the whole projection, whose weights are those that the run starts with
     * @param firstTarget first hosted neuron, by position in the target population
     * @param size number of hosted neurons
     */
    PlasticRows(PairStdp rule, Synapses synapses, int firstTarget, int size) {
        this.changes = new WeightChanges(rule);
        this.synapses = synapses;
        this.firstTarget = firstTarget;
        this.sourceDecay = new DecayTable(rule.potentiationTicks());
        this.targetSpikes = new SpikeHistory(size, new DecayTable(rule.depressionTicks()));
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
        if (group == sourceTrace.length) {
            sourceTrace = Arrays.copyOf(sourceTrace, 2 * group);
            lastSourceTick = Arrays.copyOf(lastSourceTick, 2 * group);
        }
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
            traces = new double[2 * count];
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
        targetSpikes.readTraces(latest, count, tick - 2L * delay, traces);
        changes.depress(row, traces, count);
        System.arraycopy(row, 0, weights, firstWeight.get(group), count);
        for (int i = 0; i < count; i++) {
            input[offset + targets[i]] += row[i];
        }
        sourceFired(group, tick - delay);
    }

    /** Adds a spike of a row group's source, fired at a tick, to its trace. */
    void sourceFired(int group, long tick) {
        long elapsed = tick - lastSourceTick[group];
        sourceTrace[group] = sourceTrace[group] * sourceDecay.after(elapsed) + 1;
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
        targetSpikes.findLatest(targets, length.get(group), until, latest);
        // As long as the source has not fired, there is nothing that target spikes could have paired with.
        if (sourceTrace[group] == 0) {
            return;
        }
        int delay = delayTicks.get(group);
        long known = Math.max(lastSourceTick[group] - delay, caughtUpAt - 2L * delay - 1);
        targetSpikes.listSince(latest, length.get(group), known, waiting);
        int count = waiting.size;
        for (int i = 0; i < count; i++) {
            long elapsed = targetSpikes.tick(waiting.spike[i]) + delay - lastSourceTick[group];
            waiting.trace[i] = sourceTrace[group] * sourceDecay.after(elapsed);
        }
        changes.potentiate(row, waiting.number, waiting.trace, count);
    }

    /**
     * Takes in a spike of a hosted neuron, by its position in the run, at the tick being run. When too many spikes
     * wait, brings all rows up to date and forgets those that no synapse needs any more.
     */
    void targetFired(int neuron, long tick) {
        targetSpikes.add(neuron, tick);
        if (targetSpikes.size() >= mostWaiting) {
            catchUpAll(tick);
            targetSpikes.forgetUntil(tick - 2L * largestDelayTicks - 1);
            mostWaiting = Math.max(mostWaiting, 2 * targetSpikes.size());
        }
    }

    /**
     * Brings all weights to what they are once the spikes that have reached the synapses before {@code tick - delay} are
     * taken into account: later ones may still be preceded by spikes of the sources that are on their way.
     *
     * @param tick all spikes due before this tick have been delivered
     */
    void catchUpAll(long tick) {
        for (int group = 0; group < position.size(); group++) {
            takeRow(group);
            catchUp(group, tick - 2L * delayTicks.get(group) - 1);
            System.arraycopy(row, 0, weights, firstWeight.get(group), length.get(group));
        }
        caughtUpAt = tick;
    }

    /** Takes in a spike that a hosted neuron fired before the tick that a run resumes from. */
    void replayTarget(int neuron, long tick, long from) {
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
        }
        caughtUpAt = tick;
    }

    /** Copies the weights to the positions of their synapses in the projection. */
    void copyWeights(double[] byPosition) {
        for (int group = 0; group < position.size(); group++) {
            System.arraycopy(weights, firstWeight.get(group), byPosition, position.get(group), length.get(group));
        }
    }
}
