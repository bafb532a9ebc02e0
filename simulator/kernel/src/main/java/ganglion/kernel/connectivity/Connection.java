package ganglion.kernel.connectivity;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import java.util.List;
import java.util.Objects;

/**
 * A projection as a specification: which neurons are joined, with what weights and delays.
 *
 * @param connector which neurons
 * @param weights in units of the target's threshold variable
 * @param delays in ticks; rounded to whole ticks, at least 1
 */
public record Connection(Connector connector, SynapseParameter weights, SynapseParameter delays) {

    /** Up to this number of weights, a full matrix is computed as doubles before it is packed: 128 MiB for a moment. */
    private static final long MOST_DENSE_WEIGHTS = 1 << 24;

    public Connection {
        Objects.requireNonNull(connector, "connector");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(delays, "delays");
    }

    /**
     * Makes all synapses; see {@link #connect(Ends, TargetSlice, TaskRunner)}.
     *
     * @throws IllegalArgumentException if they cannot be made
     */
    public Synapses connect(Ends ends, TaskRunner runner) {
        return connect(ends, TargetSlice.whole(ends.targetSize()), runner);
    }

    /**
     * Makes the synapses that end on some targets, each as it is in the whole. The result does not depend on the runner: pairs, weights and delays are functions of the
     * neurons.
     *
     * @param ends the populations to join
     * @param slice the targets; a rule that lists the sources of a target is asked about no others, and no rule is asked at all
     *     about an empty slice
     * @param runner divides the work; rows are made twice, once to count and once to fill
     * @throws IllegalArgumentException if the rule cannot join these populations, they have no such slice, there would be more than 2^31 - 9
     *     synapses, a weight is not finite, or a delay is below one tick
     */
    public Synapses connect(Ends ends, TargetSlice slice, TaskRunner runner) {
        connector.check(ends);
        slice.checkWithin(ends.targetSize());
        if (isFullMatrix(ends)
                && delays instanceof SynapseParameter.Constant delay
                && delay.value() == Math.rint(delay.value())) {
            return slice.isWhole(ends.targetSize())
                    ? dense(ends, (int) delay.value())
                    : rows(ends, List.of(slice), runner).get(0).asPartOfMatrix();
        }
        return rows(ends, List.of(slice), runner).get(0);
    }

    /**
     * Makes the synapses that end on the targets of some cores. Rows of several delays are {@linkplain DividedSynapses divided}, so that
     * no core needs a copy; all else is as {@link #connect(Ends, TargetSlice, TaskRunner)} makes it.
     *
     * @param shares the targets of each core, in order, each beginning where the one before ends; at least one
     * @param runner divides the work
     * @throws IllegalArgumentException if they cannot be made
     */
    public Synapses connect(Ends ends, List<TargetSlice> shares, TaskRunner runner) {
        TargetSlice all = TargetSlice.joined(shares);
        if (!DividedSynapses.canGain(shares) || delays instanceof SynapseParameter.Constant) {
            return connect(ends, all, runner);
        }
        connector.check(ends);
        all.checkWithin(ends.targetSize());
        List<SparseSynapses> parts = rows(ends, shares, runner);
        // With one delay in each part, the whole may be uniform, which changes the order in which input is summed.
        return parts.stream().anyMatch(SparseSynapses::hasManyDelays)
                ? DividedSynapses.of(parts)
                : connect(ends, all, runner);
    }

    /** Whether every source is joined to every target, so that targets need not be listed. */
    private boolean isFullMatrix(Ends ends) {
        return connector instanceof AllToAll all
                && (all.autapses() || !ends.recurrent())
                && (long) ends.sourceSize() * ends.targetSize() <= MOST_DENSE_WEIGHTS;
    }

    /** A matrix of weights: no targets to list, and rows that are delivered in one vectorised loop. */
    private Synapses dense(Ends ends, int delayTicks) {
        double[] matrix = new double[ends.sourceSize() * ends.targetSize()];
        for (int source = 0; source < ends.sourceSize(); source++) {
            for (int target = 0; target < ends.targetSize(); target++) {
                matrix[source * ends.targetSize() + target] = weights.at(source, target, 0);
            }
        }
        return new DenseSynapses(ends.sourceSize(), ends.targetSize(), matrix, delayTicks);
    }

    /** Compressed rows of each slice, made from whichever end the rule can list. */
    private List<SparseSynapses> rows(Ends ends, List<TargetSlice> slices, TaskRunner runner) {
        return TargetRows.of(connector, ends, slices, runner).stream()
                .map(rows -> SparseSynapses.ofRows(
                        ends.targetSize(), rows.slice(), rows.rowStart(), rows.targets(), weights, delays, runner))
                .toList();
    }
}
