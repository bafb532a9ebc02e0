package ganglion.kernel.network;

import ganglion.kernel.parallel.TaskRunner;

/**
 * Finds the smallest layout for the weights and delays of rows, and lays them out. Reads every row twice, once to survey and
 * once to write, so that nothing but the final arrays is ever held for all synapses.
 */
final class RowLayout {

    private final int targetSize;
    private final int[] rowStart;
    private final int[] targets;
    private final RowReader reader;
    private final TaskRunner runner;
    private final int tasks;

    private final WeightSurvey weightSurvey = new WeightSurvey();
    private int smallestDelay = Integer.MAX_VALUE;
    private int largestDelay;

    /**
     * @param targetSize number of neurons in the target population
     * @param targets the targets of all rows, each row in ascending order; reordered within rows, and perhaps packed with
     *     delays, while laying out
     */
    RowLayout(int targetSize, int[] rowStart, int[] targets, RowReader reader, TaskRunner runner) {
        this.targetSize = targetSize;
        this.rowStart = rowStart;
        this.targets = targets;
        this.reader = reader;
        this.runner = runner;
        this.tasks = Math.max(1, Math.min(runner.parallelism(), rows()));
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
            int largestDelayTicks) {}

    /**
     * Surveys all rows, chooses the smallest layout that holds every weight and delay exactly, and writes the rows into
     * it.
     *
     * @return the layout; the targets, reordered and perhaps packed, are in the array that the constructor was given
     */
    Outcome layOut() {
        survey();
        float[] floats = null;
        double[] doubles = null;
        SynapseWeights weights;
        if (targets.length > 0 && weightSurvey.allAlike()) {
            weights = new SynapseWeights.Shared(weightSurvey.first());
        } else if (weightSurvey.allFloats()) {
            floats = new float[targets.length];
            weights = new SynapseWeights.Floats(floats);
        } else {
            doubles = new double[targets.length];
            weights = new SynapseWeights.Doubles(doubles);
        }
        boolean reorders = largestDelay > smallestDelay;
        DelayPacking packing = reorders ? DelayPacking.of(targetSize, smallestDelay, largestDelay) : DelayPacking.NONE;
        RowDelays delays = delays(packing);
        if (reorders || floats != null || doubles != null) {
            write(new Sink(floats, doubles, delays), packing, reorders);
        }
        return new Outcome(weights, delays, packing, smallestDelay, largestDelay);
    }

    /**
     * Reads all rows to find what the smallest layout depends on. Each task keeps its own counts; they are merged by
     * minimum, maximum and conjunction, so that the outcome does not depend on the number of tasks.
     */
    private void survey() {
        WeightSurvey[] weightsOf = new WeightSurvey[tasks];
        int[] smallestOf = new int[tasks];
        int[] largestOf = new int[tasks];
        runner.run(tasks, task -> {
            RowBuffer buffer = new RowBuffer();
            WeightSurvey survey = new WeightSurvey();
            int smallest = Integer.MAX_VALUE;
            int largest = 0;
            for (int row = firstRow(task); row < firstRow(task + 1); row++) {
                reader.read(row, rowStart[row], rowStart[row + 1], buffer);
                for (int i = 0; i < buffer.count; i++) {
                    survey.add(buffer.weights[i]);
                    smallest = Math.min(smallest, buffer.delaysTicks[i]);
                    largest = Math.max(largest, buffer.delaysTicks[i]);
                }
            }
            weightsOf[task] = survey;
            smallestOf[task] = smallest;
            largestOf[task] = largest;
        });
        for (int task = 0; task < tasks; task++) {
            weightSurvey.add(weightsOf[task]);
            smallestDelay = Math.min(smallestDelay, smallestOf[task]);
            largestDelay = Math.max(largestDelay, largestOf[task]);
        }
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
        if (packing.packs()) {
            return new RowDelays.Packed(targets, packing);
        }
        return new RowDelays.Each(new int[targets.length]);
    }

    /**
     * Reads all rows again and writes them to their final places. Tasks write disjoint ranges, so that they need no
     * locks.
     */
    private void write(Sink sink, DelayPacking packing, boolean reorders) {
        runner.run(tasks, task -> {
            RowBuffer buffer = new RowBuffer();
            for (int row = firstRow(task); row < firstRow(task + 1); row++) {
                reader.read(row, rowStart[row], rowStart[row + 1], buffer);
                if (reorders) {
                    buffer.sortByDelay();
                    for (int i = 0; i < buffer.count; i++) {
                        targets[rowStart[row] + i] = packing.pack(buffer.targets[i], buffer.delaysTicks[i]);
                    }
                }
                sink.writeWeights(rowStart[row], buffer);
                sink.writeDelays(rowStart[row], buffer);
            }
        });
    }

    /** The arrays that are filled; null where there is nothing to fill. */
    private record Sink(float[] floats, double[] doubles, RowDelays delays) {

        /** Writes the weights of a row. The cast to float is exact: the survey has seen to it. */
        void writeWeights(int position, RowBuffer buffer) {
            if (doubles != null) {
                System.arraycopy(buffer.weights, 0, doubles, position, buffer.count);
            } else if (floats != null) {
                for (int i = 0; i < buffer.count; i++) {
                    floats[position + i] = (float) buffer.weights[i];
                }
            }
        }

        /** Writes the delays of a row, which is sorted by delay, where they are not packed. */
        void writeDelays(int position, RowBuffer buffer) {
            if (delays instanceof RowDelays.Each each) {
                System.arraycopy(buffer.delaysTicks, 0, each.delayTicks(), position, buffer.count);
            }
        }
    }
}
