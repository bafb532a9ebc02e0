package ganglion.kernel.network;

import ganglion.kernel.parallel.TaskRunner;
import java.util.stream.IntStream;

/**
 * Finds the smallest layout for the weights and delays of rows, and lays them out. Goes over the rows twice: once to read
 * and sort them by delay, once to store their delays, when it is known how many there are. In between, the delay of a
 * synapse stands in the bits of its target that the target does not need, so that nothing but the final arrays is ever
 * held for all synapses. Weights and delays are computed once.
 */
final class RowLayout {

    private final TargetSlice slice;
    private final int[] rowStart;
    private final int[] targets;
    private final RowReader reader;
    private final TaskRunner runner;
    private final int tasks;

    /** How delays stand above targets between the passes. */
    private final DelayPacking between;

    private WeightStore weights;
    private WeightSurvey weightSurvey;
    private int smallestDelay;
    private int largestDelay;

    /**
     * @param targetSize number of neurons in the target population
     * @param slice those on which the synapses end
     * @param targets the targets of all rows, each row in ascending order; reordered within rows, and perhaps packed with
     *     delays, while laying out
     */
    RowLayout(int targetSize, TargetSlice slice, int[] rowStart, int[] targets, RowReader reader, TaskRunner runner) {
        this.slice = slice;
        this.rowStart = rowStart;
        this.targets = targets;
        this.reader = reader;
        this.runner = runner;
        this.tasks = Math.max(1, Math.min(runner.parallelism(), rows()));
        this.between = DelayPacking.of(TargetSlice.whole(targetSize), 0, 1);
    }

    /** Number of rows. */
    private int rows() {
        return rowStart.length - 1;
    }

    /**
     * Weights and delays in their final layout.
     *
     * @param packing how delays are stored above the targets
     * @param smallestDelayTicks of all synapses; the largest number if there are none
     * @param largestDelayTicks of all synapses; 0 if there are none
     */
    record Outcome(
            SynapseWeights weights,
            RowDelays delays,
            DelayPacking packing,
            int smallestDelayTicks,
            int largestDelayTicks) {

        /** Whether all synapses have the same weight and the same delay. */
        boolean isUniform() {
            return weights instanceof SynapseWeights.Shared && delays instanceof RowDelays.Common;
        }
    }

    /**
     * Chooses the smallest layout that holds every weight and delay exactly, and writes the rows into it.
     *
     * @return the layout; the targets, reordered and perhaps packed, are in the array that the constructor was given
     */
    Outcome layOut() {
        weightSurvey = sample();
        do {
            weights = WeightStore.of(weightSurvey, targets.length);
            read();
        } while (!weights.fits(weightSurvey));
        boolean reorders = largestDelay > smallestDelay;
        DelayPacking packing = reorders ? DelayPacking.of(slice, smallestDelay, largestDelay) : DelayPacking.NONE;
        RowDelays delays = delays(packing);
        if (reorders) {
            writeDelays(delays, packing);
        }
        return new Outcome(weights.weights(), delays, packing, smallestDelay, largestDelay);
    }

    /**
     * A look at the weights of the first, the middle and the last row that are not empty: what holds these most often
     * holds all.
     */
    private WeightSurvey sample() {
        WeightSurvey survey = new WeightSurvey();
        RowBuffer buffer = new RowBuffer();
        int[] filled = IntStream.range(0, rows())
                .filter(row -> rowStart[row] < rowStart[row + 1])
                .toArray();
        for (int row : filled.length == 0
                ? filled
                : new int[] {filled[0], filled[filled.length / 2], filled[filled.length - 1]}) {
            buffer.start(rowStart[row + 1] - rowStart[row]);
            reader.readWeights(row, rowStart[row], rowStart[row + 1], buffer);
            survey.add(buffer.weights, buffer.count);
        }
        return survey;
    }

    /**
     * Reads all rows, sorts them by delay, and stores their weights. Each task keeps its own counts; they are merged by
     * minimum, maximum and conjunction, so that the outcome does not depend on the number of tasks. Stops, with rows in
     * either state, if weights turn up that the store cannot hold.
     */
    private void read() {
        WeightSurvey[] weightsOf = new WeightSurvey[tasks];
        int[] smallestOf = new int[tasks];
        int[] largestOf = new int[tasks];
        runner.run(tasks, task -> {
            RowBuffer buffer = new RowBuffer();
            WeightSurvey survey = new WeightSurvey();
            int smallest = Integer.MAX_VALUE;
            int largest = 0;
            for (int row = firstRow(task); row < firstRow(task + 1) && weights.fits(survey); row++) {
                read(row, survey, buffer);
                smallest = Math.min(smallest, buffer.smallestDelay());
                largest = Math.max(largest, buffer.largestDelay());
            }
            weightsOf[task] = survey;
            smallestOf[task] = smallest;
            largestOf[task] = largest;
        });
        smallestDelay = Integer.MAX_VALUE;
        largestDelay = 0;
        for (int task = 0; task < tasks; task++) {
            weightSurvey.add(weightsOf[task]);
            smallestDelay = Math.min(smallestDelay, smallestOf[task]);
            largestDelay = Math.max(largestDelay, largestOf[task]);
        }
    }

    /** Reads a row. Sorts it, if its delays differ and fit above its targets. */
    private void read(int row, WeightSurvey survey, RowBuffer buffer) {
        int from = rowStart[row];
        int until = rowStart[row + 1];
        buffer.start(until - from);
        if (isPacked(from, until)) {
            buffer.unpack(targets, from, between);
            buffer.restoreTargets(targets, from);
        }
        reader.readWeights(row, from, until, buffer);
        survey.add(buffer.weights, buffer.count);
        reader.readDelays(row, from, until, buffer);
        buffer.surveyDelays();
        if (buffer.hasSeveralDelays() && between.holds(buffer.largestDelay())) {
            System.arraycopy(targets, from, buffer.targets, 0, buffer.count);
            buffer.sortByDelay();
            buffer.pack(targets, from, between);
        }
        weights.put(from, buffer);
    }

    /**
     * Whether a row has been sorted, and its delays stand above its targets: no delay is 0, so that each packed target
     * exceeds all that are not.
     */
    private boolean isPacked(int from, int until) {
        return from < until && between.delayTicks(targets[from]) > 0;
    }

    /** First row of a task: equal shares by number of rows. */
    private int firstRow(int task) {
        return (int) ((long) rows() * task / tasks);
    }

    /** Chooses the layout of the delays and makes room for it. */
    private RowDelays delays(DelayPacking packing) {
        // Also where there are no synapses at all: the smallest delay is then the largest number.
        if (largestDelay <= smallestDelay) {
            return new RowDelays.Common(smallestDelay);
        }
        return packing.packs() ? new RowDelays.Packed(targets, packing) : new RowDelays.Each(new int[targets.length]);
    }

    /**
     * Stores the delays of all rows, and the targets as they stay. Tasks write disjoint ranges, so that they need no
     * locks.
     */
    private void writeDelays(RowDelays delays, DelayPacking packing) {
        runner.run(tasks, task -> {
            RowBuffer buffer = new RowBuffer();
            for (int row = firstRow(task); row < firstRow(task + 1); row++) {
                int from = rowStart[row];
                int until = rowStart[row + 1];
                buffer.start(until - from);
                if (isPacked(from, until)) {
                    buffer.unpack(targets, from, between);
                } else {
                    sort(row, from, until, buffer);
                }
                buffer.pack(targets, from, packing);
                if (delays instanceof RowDelays.Each each) {
                    System.arraycopy(buffer.delaysTicks, 0, each.delayTicks(), from, buffer.count);
                }
            }
        });
    }

    /** Sorts a row that has been left as it was, because its delays do not fit above its targets or are alike. */
    private void sort(int row, int from, int until, RowBuffer buffer) {
        reader.readDelays(row, from, until, buffer);
        buffer.surveyDelays();
        System.arraycopy(targets, from, buffer.targets, 0, buffer.count);
        if (buffer.hasSeveralDelays()) {
            weights.get(from, buffer);
            buffer.sortByDelay();
            weights.put(from, buffer);
        }
    }

    /**
     * The weights of all rows while they are laid out, in the smallest array that holds those seen so far exactly: none where
     * all are alike. Tasks write disjoint ranges, so that they need no locks.
     *
     * @param weights in their final layout, if it holds all
     * @param floats the array behind it; null if it has none, or another
     * @param doubles the array behind it; null if it has none, or another
     */
    private record WeightStore(SynapseWeights weights, float[] floats, double[] doubles) {

        /** Room for weights like those of a survey. */
        static WeightStore of(WeightSurvey survey, int count) {
            if (survey.allAlike() && count > 0) {
                return new WeightStore(new SynapseWeights.Shared(survey.first()), null, null);
            }
            if (survey.allFloats()) {
                float[] floats = new float[count];
                return new WeightStore(new SynapseWeights.Floats(floats), floats, null);
            }
            double[] doubles = new double[count];
            return new WeightStore(new SynapseWeights.Doubles(doubles), null, doubles);
        }

        /** Whether the layout holds all weights of a survey exactly. */
        boolean fits(WeightSurvey survey) {
            return doubles != null || (floats != null ? survey.allFloats() : survey.allAlike());
        }

        /** Takes the weights of a row that starts at a position, as far as the layout holds them. */
        void put(int position, RowBuffer row) {
            if (doubles != null) {
                System.arraycopy(row.weights, 0, doubles, position, row.count);
            } else if (floats != null) {
                for (int i = 0; i < row.count; i++) {
                    floats[position + i] = (float) row.weights[i];
                }
            }
        }

        /** Gives the weights of a row back. */
        void get(int position, RowBuffer row) {
            if (doubles != null) {
                System.arraycopy(doubles, position, row.weights, 0, row.count);
            } else if (floats != null) {
                for (int i = 0; i < row.count; i++) {
                    row.weights[i] = floats[position + i];
                }
            }
        }
    }
}
