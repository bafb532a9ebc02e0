package ganglion.kernel.network;

import ganglion.kernel.parallel.TaskRunner;

/**
 * Finds the smallest layout for the weights and delays of rows, and lays them out. Reads every row twice, once to survey and
 * once to write, so that nothing but the final arrays is ever held for all synapses.
 */
final class RowLayout {

    /**
     * From this many synapses per group on, delays are held once per group. A group costs 8 bytes here and 14 in the
     * tables of a core, so that it takes about a dozen synapses to come out below the 2 bytes of a delay per synapse.
     */
    private static final int SHORTEST_GROUP = 12;

    private final int targetSize;
    private final int[] rowStart;
    private final int[] targets;
    private final RowReader reader;
    private final TaskRunner runner;
    private final int tasks;

    /** For each row the number of its groups, summed up to its first group after the survey. */
    private final int[] firstGroup;

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
        this.firstGroup = new int[rows() + 1];
    }

    /** Number of rows. */
    private int rows() {
        return rowStart.length - 1;
    }

    /**
     * Weights and delays in their final layout.
     *
     * @param packing how delays are stored above the targets too
     */
    record Outcome(SynapseWeights weights, RowDelays delays, DelayPacking packing) {}

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
        RowDelays delays = delays();
        // Only rows in groups of one delay are worth a ring; where each synapse has its own delay, groups would be too
        // small.
        DelayPacking packing = delays instanceof RowDelays.Grouped
                ? DelayPacking.of(targetSize, smallestDelay, largestDelay)
                : DelayPacking.NONE;
        write(new Sink(floats, doubles, delays), packing);
        return new Outcome(weights, delays, packing);
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
                firstGroup[row + 1] = buffer.distinctDelays();
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
        for (int row = 0; row < rows(); row++) {
            firstGroup[row + 1] += firstGroup[row];
        }
    }

    /** First row of a task: equal shares by number of rows. */
    private int firstRow(int task) {
        return (int) ((long) rows() * task / tasks);
    }

    /** Chooses the layout of the delays and makes room for it. */
    private RowDelays delays() {
        int groups = firstGroup[rows()];
        // Also where there are no synapses at all: the smallest delay is then the largest number.
        if (largestDelay <= smallestDelay) {
            return new RowDelays.Common(smallestDelay);
        }
        if ((long) groups * SHORTEST_GROUP <= targets.length) {
            int[] start = new int[groups + 1];
            start[groups] = targets.length;
            return new RowDelays.Grouped(firstGroup, start, new int[groups]);
        }
        return largestDelay <= Character.MAX_VALUE
                ? new RowDelays.EachShort(new char[targets.length])
                : new RowDelays.Each(new int[targets.length]);
    }

    /**
     * Reads all rows again and writes them to their final places. Tasks write disjoint ranges, so that they need no
     * locks.
     */
    private void write(Sink sink, DelayPacking packing) {
        boolean reorder = !(sink.delays instanceof RowDelays.Common);
        // One weight and one delay for all: there is nothing to write.
        if (!reorder && sink.floats == null && sink.doubles == null) {
            return;
        }
        runner.run(tasks, task -> {
            RowBuffer buffer = new RowBuffer();
            for (int row = firstRow(task); row < firstRow(task + 1); row++) {
                reader.read(row, rowStart[row], rowStart[row + 1], buffer);
                if (reorder) {
                    buffer.sortByDelay();
                    for (int i = 0; i < buffer.count; i++) {
                        targets[rowStart[row] + i] = packing.pack(buffer.targets[i], buffer.delaysTicks[i]);
                    }
                }
                sink.writeWeights(rowStart[row], buffer);
                sink.writeDelays(row, rowStart[row], buffer);
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

        /** Writes the delays of a row, which is sorted by delay, as groups or one by one. */
        void writeDelays(int row, int position, RowBuffer buffer) {
            if (delays instanceof RowDelays.Grouped grouped) {
                int group = grouped.firstGroup()[row];
                for (int i = 0; i < buffer.count; i++) {
                    if (i == 0 || buffer.delaysTicks[i] != buffer.delaysTicks[i - 1]) {
                        grouped.start()[group] = position + i;
                        grouped.delayTicks()[group++] = buffer.delaysTicks[i];
                    }
                }
            } else if (delays instanceof RowDelays.EachShort each) {
                for (int i = 0; i < buffer.count; i++) {
                    each.delayTicks()[position + i] = (char) buffer.delaysTicks[i];
                }
            } else if (delays instanceof RowDelays.Each each) {
                System.arraycopy(buffer.delaysTicks, 0, each.delayTicks(), position, buffer.count);
            }
        }
    }
}
