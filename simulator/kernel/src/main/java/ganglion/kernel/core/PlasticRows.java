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
 * change per target spike, one per source spike and one per spike of the third factor, in order of the time at which they reach the synapse.
 * That is why a checkpoint, which brings all weights up to date, leaves no trace in the results.
 *
 * <p>Weights are copied here from the shared synapses, 8 bytes each, and what synapses have of their own lies beside them. All synapses of a
 * row group share the variables of the source.
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
    private final double[] ownAtRest;
    /** Numbers of a synapse: its weight and what it has of its own. */
    private final int width;

    private final SpikeHistory targetSpikes;

    /** For each row group the position of its first synapse in the projection. */
    private final IntList position = new IntList();
    /** For each row group the number of its synapses. */
    private final IntList length = new IntList();
    /** For each row group the delay of its synapses. */
    private final IntList delayTicks = new IntList();
    /** For each row group where its synapses start. */
    private final IntList firstNumber = new IntList();

    /** For each row group the tick up to which target spikes have been taken into account. */
    private long[] knownUntil = new long[16];

    /** For each row group the tick before which spikes of the third factor have been. */
    private long[] thirdsBefore = new long[16];

    /** For each row group the tick at which the source's latest delivered spike reached the synapses. */
    private long[] lastSourceTick = new long[16];

    /** For each row group the variables of its source, right after that spike. */
    private double[] source = new double[0];

    /** The synapses as they are now, group after group. */
    private double[] numbers = new double[64];

    private int numberCount;

    /** Ticks of the third factor's spikes that synapses have still to take into account, ascending. */
    private long[] thirds = new long[16];

    private int thirdCount;
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
    /** Its synapses. */
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
        this.ownAtRest = rule.ownAtRest();
        this.width = 1 + ownAtRest.length;
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
        firstNumber.add(numberCount);
        if (group == knownUntil.length) {
            knownUntil = Arrays.copyOf(knownUntil, 2 * group);
            thirdsBefore = Arrays.copyOf(thirdsBefore, 2 * group);
            lastSourceTick = Arrays.copyOf(lastSourceTick, 2 * group);
        }
        knownUntil[group] = -1 - delay;
        if (source.length < knownUntil.length * sourceAtRest.length) {
            source = Arrays.copyOf(source, knownUntil.length * sourceAtRest.length);
        }
        System.arraycopy(sourceAtRest, 0, source, group * sourceAtRest.length, sourceAtRest.length);
        if (numberCount + count * width > numbers.length) {
            numbers = Arrays.copyOf(numbers, numberCount + count * width + (numberCount >> 1));
        }
        for (int i = 0; i < count; i++) {
            numbers[numberCount] = synapses.weightAt(firstPosition + i);
            System.arraycopy(ownAtRest, 0, numbers, numberCount + 1, ownAtRest.length);
            numberCount += width;
        }
        if (targets.length < count) {
            targets = new int[2 * count];
            row = new double[2 * count * width];
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
     * @throws RuntimeException see {@link SynapseChanges#diverged}
     */
    void deliver(int group, long tick, double[] input, int offset) {
        int delay = delayTicks.get(group);
        int count = length.get(group);
        takeRow(group);
        catchUp(group, tick - 2L * delay, tick - delay);
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
        keepRow(group);
        boolean finite = isFinite(group);
        for (int i = 0; i < count; i++) {
            int at = offset + targets[i];
            input[effects[i] < 0 ? at + negativeOffset : at] += effects[i];
            finite &= Double.isFinite(effects[i]);
        }
        if (!finite) {
            throw changes.diverged(tick);
        }
        sourceFired(group, tick - delay);
    }

    /** Takes the variables of a row group's source through a spike, fired at a tick. */
    void sourceFired(int group, long tick) {
        changes.fireSource(source, group * sourceAtRest.length, tick - lastSourceTick[group]);
        lastSourceTick[group] = tick;
    }

    /** Copies the synapses of a row group and lists their targets. */
    private void takeRow(int group) {
        int count = length.get(group);
        synapses.listTargets(position.get(group), count, -firstTarget, targets, 0);
        System.arraycopy(numbers, firstNumber.get(group), row, 0, count * width);
    }

    /**
     * Whether weights and variables of the row at hand and of its source are. Asked where all partitions of a network have the same row, so that
     * they end at the same tick.
     */
    private boolean isFinite(int group) {
        // 0 x is no number for those that are none or infinite.
        double zero = 0;
        for (int i = 0; i < length.get(group) * width; i++) {
            zero += 0 * row[i];
        }
        for (int i = 0; i < sourceAtRest.length; i++) {
            zero += 0 * source[group * sourceAtRest.length + i];
        }
        return zero == 0;
    }

    private void keepRow(int group) {
        System.arraycopy(row, 0, numbers, firstNumber.get(group), length.get(group) * width);
    }

    /**
     * Changes the row at hand by the spikes of the targets and of the third factor that have not been taken into account yet.
     *
     * @param until the latest tick of a target spike that has reached the synapses
     * @param before the tick before which spikes of the third factor count
     */
    private void catchUp(int group, long until, long before) {
        int delay = delayTicks.get(group);
        int next = thirdCount;
        while (next > 0 && thirds[next - 1] >= thirdsBefore[group]) {
            next--;
        }
        for (; next < thirdCount && thirds[next] < before; next++) {
            takeTargets(group, thirds[next] - delay);
            changes.takeThird(
                    row,
                    latest,
                    length.get(group),
                    thirds[next] - delay,
                    targetSpikes.ticks(),
                    targetSpikes.before(),
                    source,
                    group * sourceAtRest.length,
                    thirds[next] - lastSourceTick[group]);
        }
        takeTargets(group, until);
        knownUntil[group] = Math.max(knownUntil[group], until);
        thirdsBefore[group] = Math.max(thirdsBefore[group], before);
    }

    private void takeTargets(int group, long until) {
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

    /** Takes in a spike of a hosted neuron, by its position in the run, at the tick being run. */
    void targetFired(int neuron, long tick) {
        if (changes.followsTargets()) {
            targetSpikes.add(neuron, tick);
            checkSome(tick);
        }
    }

    /**
     * Takes in a spike of the third factor, before any source's that reaches targets after it.
     *
     * @param fired its tick
     * @param tick that is being run
     */
    void thirdFired(long fired, long tick) {
        replayThird(fired);
        checkSome(tick);
    }

    /** Takes in a spike of the third factor before the tick that a run resumes from. */
    void replayThird(long fired) {
        if (thirdCount == thirds.length) {
            thirds = Arrays.copyOf(thirds, 2 * thirdCount);
        }
        thirds[thirdCount++] = fired;
    }

    /** Looks for sources that are quiet, a few row groups at each spike, so that no tick has much more to do than others. */
    private void checkSome(long tick) {
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
            int old = 0;
            while (old < thirdCount && thirds[old] < checkingSince - largestDelayTicks - 1) {
                old++;
            }
            thirdCount -= old;
            System.arraycopy(thirds, old, thirds, 0, thirdCount);
            // Where many spikes are still on their way, rounds are longer, so that forgetting takes little time per
            // spike.
            mostWaiting = Math.max(mostWaiting, targetSpikes.size() - mostWaiting);
        }
    }

    /**
     * The tick up to which all target spikes can be taken into account once all spikes due before a tick have been delivered:
     * later ones may still be preceded at the synapses by spikes of the source that are on their way. The third factor's up to the tick at
     * which these reach the synapses can be, too.
     */
    private long certain(int group, long tick) {
        return tick - 2L * delayTicks.get(group) - 1;
    }

    private void catchUpRow(int group, long tick) {
        takeRow(group);
        catchUp(group, certain(group, tick), tick - delayTicks.get(group));
        keepRow(group);
    }

    /**
     * Brings all weights to what they are once the spikes that are certain to have reached the synapses are taken into account.
     *
     * @param tick all spikes due before this tick have been delivered
     * @throws RuntimeException see {@link SynapseChanges#diverged}
     */
    void catchUpAll(long tick) {
        for (int group = 0; group < position.size(); group++) {
            catchUpRow(group, tick);
            if (!isFinite(group)) {
                throw changes.diverged(tick);
            }
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

    /** Takes over what {@link #copyNumbers} gave once all was brought up to date at a tick. */
    void restoreNumbers(double[] byPosition, long tick) {
        for (int group = 0; group < position.size(); group++) {
            for (int i = 0; i < length.get(group) * width; i++) {
                numbers[firstNumber.get(group) + i] = byPosition[place(group, i)];
            }
            knownUntil[group] = certain(group, tick);
            thirdsBefore[group] = tick - delayTicks.get(group);
        }
    }

    /** Where a number of a row group lies among those of the projection. */
    private int place(int group, int number) {
        return number % width * (int) synapses.count() + position.get(group) + number / width;
    }

    /** Number of target spikes that are kept. */
    int targetSpikeCount() {
        return targetSpikes.size();
    }

    /**
     * Copies the weights, and what synapses have of their own, to the positions of their synapses in the projection.
     *
     * @param byPosition receives the weight of each synapse, then each other number of all
     */
    void copyNumbers(double[] byPosition) {
        for (int group = 0; group < position.size(); group++) {
            for (int i = 0; i < length.get(group) * width; i++) {
                byPosition[place(group, i)] = numbers[firstNumber.get(group) + i];
            }
        }
    }
}
