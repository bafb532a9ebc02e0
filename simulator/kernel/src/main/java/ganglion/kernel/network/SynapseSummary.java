package ganglion.kernel.network;

import java.util.OptionalDouble;

/**
 * What has to be known of all synapses of a projection where only some of them are. The parts of a projection are summed up
 * and merged into the summary of the whole, in any order.
 *
 * @param count number of synapses, those of weight zero included
 * @param smallestDelayTicks smallest delay, in ticks; {@link Integer#MAX_VALUE} if there are no synapses
 * @param largestDelayTicks largest delay, in ticks; 0 if there are no synapses
 * @param uniformWeight the weight of every synapse, if they have all the same weight and the same delay; else empty, also if
 *     there are no synapses
 * @param isMatrix whether the whole is laid out as {@link DenseSynapses}
 */
public record SynapseSummary(
        long count, int smallestDelayTicks, int largestDelayTicks, OptionalDouble uniformWeight, boolean isMatrix) {

    /** Of synapses, or of a part of them. */
    public static SynapseSummary of(Synapses synapses) {
        // Divided ones differ in their delays.
        OptionalDouble uniformWeight =
                synapses instanceof StoredSynapses stored && stored.count() > 0 && stored.isUniform()
                        ? OptionalDouble.of(stored.weightAt(0))
                        : OptionalDouble.empty();
        return new SynapseSummary(
                synapses.count(),
                synapses.smallestDelayTicks(),
                synapses.largestDelayTicks(),
                uniformWeight,
                synapses.isOfMatrix());
    }

    /** Of this part and another one together. */
    public SynapseSummary merge(SynapseSummary other) {
        int smallest = Math.min(smallestDelayTicks, other.smallestDelayTicks);
        int largest = Math.max(largestDelayTicks, other.largestDelayTicks);
        return new SynapseSummary(
                count + other.count, smallest, largest, commonWeight(other), isMatrix || other.isMatrix);
    }

    /** The weight of both, if they are uniform and alike. A part without synapses agrees with any. */
    private OptionalDouble commonWeight(SynapseSummary other) {
        if (count == 0) {
            return other.uniformWeight;
        }
        boolean alike = other.count == 0
                || uniformWeight.equals(other.uniformWeight) && smallestDelayTicks == other.smallestDelayTicks;
        return alike ? uniformWeight : OptionalDouble.empty();
    }

    /**
     * A part of the synapses that these are a summary of, which {@linkplain Synapses#isUniform() is uniform} if and only if
     * the whole is: the order in which input is summed depends on it, and must be that of the whole.
     *
     * @throws IllegalArgumentException if these are no synapses of such a whole
     */
    public Synapses applyTo(Synapses part) {
        if (uniformWeight.isPresent() == part.isUniform()) {
            return part;
        }
        if (part instanceof SparseSynapses sparse) {
            return uniformWeight.isPresent()
                    ? sparse.asUniform(uniformWeight.getAsDouble(), smallestDelayTicks)
                    : sparse.asVaried();
        }
        throw new IllegalArgumentException("a matrix is no part of other synapses");
    }
}
