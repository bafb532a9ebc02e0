package ganglion.kernel.connectivity;

import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The targets of every source neuron that are in a slice of the target population, ascending, in one array. Made in two passes over a rule, one that counts and one
 * that fills, each divided into tasks. Two passes cost twice the random numbers, but no memory beyond the final arrays:
 * a list per neuron would need several times as much at its peak.
 *
 * @param slice the targets that are listed
 * @param rowStart where the targets of each source start, with one more element to close the last row
 * @param targets the targets, row after row
 */
record TargetRows(TargetSlice slice, int[] rowStart, int[] targets) {

    /** Most elements that a Java array can hold on every virtual machine. */
    private static final int MOST_SYNAPSES = Integer.MAX_VALUE - 8;

    /**
     * From a rule, made from whichever end it can list: rows of each slice.
     *
     * @param slices successive; no rule is asked about none
     * @param runner makes the slices at the same time, or divides the work on each if there are fewer of them than threads
     */
    static List<TargetRows> of(Connector connector, Ends ends, List<TargetSlice> slices, TaskRunner runner) {
        if (TargetSlice.joined(slices).isEmpty()) {
            return slices.stream()
                    .map(none -> new TargetRows(none, new int[ends.sourceSize() + 1], new int[0]))
                    .toList();
        }
        if (connector.lists() == Connector.Lists.TARGETS) {
            return fromTargets(connector, ends, slices, runner);
        }
        TargetRows[] rows = new TargetRows[slices.size()];
        boolean atOnce = rows.length >= runner.parallelism();
        TaskRunner within = atOnce ? TaskRunner.SEQUENTIAL : runner;
        (atOnce ? runner : TaskRunner.SEQUENTIAL)
                .run(rows.length, i -> rows[i] = fromSources(connector, ends, slices.get(i), within));
        return List.of(rows);
    }

    /** From a rule that lists the targets of a source: each task makes some rows of every slice, and drops other targets. */
    private static List<TargetRows> fromTargets(
            Connector connector, Ends ends, List<TargetSlice> slices, TaskRunner runner) {
        int[][] rowStarts = new int[slices.size()][ends.sourceSize() + 1];
        forEachSource(connector, ends, runner, (partners, source) -> {
            for (int i = 0; i < rowStarts.length; i++) {
                rowStarts[i][source + 1] = partners.count(slices.get(i));
            }
        });
        List<TargetRows> all = new ArrayList<>();
        for (int i = 0; i < rowStarts.length; i++) {
            all.add(new TargetRows(slices.get(i), rowStarts[i], new int[sumUp(rowStarts[i])]));
        }
        TargetSlice before = new TargetSlice(0, slices.get(0).first());
        forEachSource(connector, ends, runner, (partners, source) -> {
            partners.sort();
            int next = partners.count(before);
            for (TargetRows rows : all) {
                for (int i = rows.rowStart[source]; i < rows.rowStart[source + 1]; i++) {
                    rows.targets[i] = partners.get(next++);
                }
            }
        });
        return all;
    }

    /** Has each source listed, by one of the tasks. */
    private static void forEachSource(
            Connector connector, Ends ends, TaskRunner runner, ObjIntConsumer<Partners> consumer) {
        int sources = ends.sourceSize();
        int tasks = tasks(runner, sources);
        runner.run(tasks, task -> {
            Partners partners = new Partners(ends.targetSize());
            for (int source = share(sources, task, tasks); source < share(sources, task + 1, tasks); source++) {
                partners.clear();
                connector.list(ends, source, partners);
                consumer.accept(partners, source);
            }
        });
    }

    /**
     * From a rule that lists the sources of a target: each task takes some targets and knows, from the counts of the tasks
     * before it, where its part of each row starts.
     */
    private static TargetRows fromSources(Connector connector, Ends ends, TargetSlice slice, TaskRunner runner) {
        int tasks = tasks(runner, slice.size());
        int[][] next = new int[tasks][];
        runner.run(tasks, task -> next[task] = countSources(connector, ends, part(slice, task, tasks)));
        int[] rowStart = new int[ends.sourceSize() + 1];
        for (int source = 0; source < ends.sourceSize(); source++) {
            long count = 0;
            for (int[] counts : next) {
                count += counts[source];
            }
            rowStart[source + 1] = checkedCount(count);
        }
        int[] targets = new int[sumUp(rowStart)];
        for (int source = 0; source < ends.sourceSize(); source++) {
            int start = rowStart[source];
            for (int[] counts : next) {
                int count = counts[source];
                counts[source] = start;
                start += count;
            }
        }
        runner.run(
                tasks,
                task -> fillTargets(
                        connector, ends, part(slice, task, tasks), new RowScatter(next[task], targets, tasks)));
        return new TargetRows(slice, rowStart, targets);
    }

    /** The targets of one task. */
    private static TargetSlice part(TargetSlice slice, int task, int tasks) {
        return new TargetSlice(
                slice.first() + share(slice.size(), task, tasks), slice.first() + share(slice.size(), task + 1, tasks));
    }

    /** Counts, for the targets of one task, how often each source is listed. */
    private static int[] countSources(Connector connector, Ends ends, TargetSlice part) {
        int[] counts = new int[ends.sourceSize()];
        Connector rule = connector.forTask(ends);
        Partners partners = new Partners(ends.sourceSize());
        for (int target = part.first(); target < part.end(); target++) {
            partners.clear();
            rule.list(ends, target, partners);
            for (int i = 0; i < partners.size(); i++) {
                counts[partners.get(i)]++;
            }
        }
        return counts;
    }

    /**
     * Writes the targets of one task into the rows of their sources. Tasks take ascending targets and write behind one
     * another, so that rows come out sorted without being sorted.
     */
    private static void fillTargets(Connector connector, Ends ends, TargetSlice part, RowScatter rows) {
        Connector rule = connector.forTask(ends);
        Partners partners = new Partners(ends.sourceSize());
        for (int target = part.first(); target < part.end(); target++) {
            partners.clear();
            rule.list(ends, target, partners);
            rows.add(target, partners);
        }
        rows.finish();
    }

    /** Number of tasks: no more than neurons, at least one. */
    private static int tasks(TaskRunner runner, int neurons) {
        return Math.max(1, Math.min(runner.parallelism(), neurons));
    }

    /** First neuron of a task's equal share. */
    private static int share(int neurons, int task, int tasks) {
        return (int) ((long) neurons * task / tasks);
    }

    /** Turns counts, each one element late, into starts; returns the sum. */
    private static int sumUp(int[] rowStart) {
        long sum = 0;
        for (int i = 0; i < rowStart.length; i++) {
            sum += rowStart[i];
            rowStart[i] = checkedCount(sum);
        }
        return (int) sum;
    }

    /** @throws IllegalArgumentException if a count exceeds what one array can hold */
    private static int checkedCount(long count) {
        if (count > MOST_SYNAPSES) {
            throw new IllegalArgumentException(
                    "a projection holds at most " + MOST_SYNAPSES + " synapses; divide its target population");
        }
        return (int) count;
    }

    /**
     * Writes the targets of neurons, which come one target after the other, into the rows of their sources. Written at once,
     * each would wait for a place in memory of its own: rows lie far apart, and there are more of them than the caches have
     * lines. So targets are collected in bins, one for some neighbouring sources, and a full bin is written together: its few
     * rows get several targets each, side by side. Within a row the order is that of adding. Not thread-safe; one per task.
     */
    static final class RowScatter {

        /** Rows of a bin: their ends fill half of a first-level cache of 32 KiB, and less than the table of pages. */
        private static final int ROWS_SHIFT = 8;

        /** Up to this many rows, the ends of all stay in a second-level cache, and bins gain nothing. */
        private static final int FEWEST_ROWS = 1 << 14;

        /** Most bins: the ends of all must stay in a second-level cache. Beyond, bins have more rows. */
        private static final int MOST_BINS = 1024;

        /** Targets collected per row of a bin: a cache line of 64 bytes. */
        private static final int TARGETS_PER_ROW = 16;

        /** Of this many synapses, bins hold one: they take 6 bytes for each, beside 4 for every synapse of the rows. */
        private static final int SYNAPSES_PER_BINNED = 16;

        /** For each source the place in {@link #targets} of the next target. */
        private final int[] next;

        private final int[] targets;

        /** A source's bin is its number without these bits. */
        private final int shift;

        /** Targets that a bin holds; 0 if they are written at once. */
        private final int capacity;

        private final int[] binned;

        /** Sources of the binned targets, counted from the first of the bin. */
        private final char[] sources;

        private final int[] sizes;

        /**
         * @param next for each source where its first target goes; advanced with each target that is written
         * @param targets the rows
         * @param tasks number of tasks that share the rows, each with bins of its own
         */
        RowScatter(int[] next, int[] targets, int tasks) {
            this.next = next;
            this.targets = targets;
            int rowsShift = ROWS_SHIFT;
            while (next.length - 1 >> rowsShift >= MOST_BINS) {
                rowsShift++;
            }
            this.shift = rowsShift;
            int bins = (next.length >> shift) + 1;
            long affordable = targets.length / ((long) SYNAPSES_PER_BINNED * tasks * bins);
            // Sources are counted in 16 bits; more than that many rows of a bin would not stay in a cache anyway.
            boolean useful = next.length > FEWEST_ROWS && shift < Character.SIZE && affordable >= 1L << shift;
            this.capacity = useful ? (int) Math.min(affordable, (long) TARGETS_PER_ROW << shift) : 0;
            this.binned = new int[bins * capacity];
            this.sources = new char[bins * capacity];
            this.sizes = new int[bins];
        }

        /** Adds a target to the row of each of some sources. */
        void add(int target, Partners from) {
            if (capacity == 0) {
                for (int i = 0; i < from.size(); i++) {
                    targets[next[from.get(i)]++] = target;
                }
                return;
            }
            for (int i = 0; i < from.size(); i++) {
                int source = from.get(i);
                int bin = source >> shift;
                int place = bin * capacity + sizes[bin];
                binned[place] = target;
                sources[place] = (char) (source - (bin << shift));
                if (++sizes[bin] == capacity) {
                    write(bin);
                }
            }
        }

        /** Writes what is still in the bins. */
        void finish() {
            for (int bin = 0; bin < sizes.length; bin++) {
                write(bin);
            }
        }

        private void write(int bin) {
            int first = bin << shift;
            int start = bin * capacity;
            for (int i = start; i < start + sizes[bin]; i++) {
                targets[next[first + sources[i]]++] = binned[i];
            }
            sizes[bin] = 0;
        }
    }
}
