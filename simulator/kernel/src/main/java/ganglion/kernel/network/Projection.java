package ganglion.kernel.network;

import ganglion.kernel.plasticity.SynapseRule;
import java.util.Objects;
import java.util.Optional;

/**
 * All synapses from one population to another (or to itself). Two populations may be joined by several projections,
 * whose weights are summed in the order in which the network lists them.
 *
 * @param source name of the population whose spikes it carries
 * @param target name of the population that it reaches
 * @param synapses rows of synapses, one for each source neuron
 * @param plasticity how the weights change, starting from those of the synapses; empty if they do not
 */
public record Projection(String source, String target, Synapses synapses, Optional<? extends SynapseRule> plasticity) {

    /**
     * @throws IllegalArgumentException if a weight lies outside the bounds of the rule that changes it, or synapses that change are
     *     divided: weights are handed back by position
     */
    public Projection {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(synapses, "synapses");
        plasticity.ifPresent(rule -> checkWeights(source, target, stored(source, target, synapses), rule));
    }

    /** Synapses whose weights stay as they are. */
    public Projection(String source, String target, Synapses synapses) {
        this(source, target, synapses, Optional.empty());
    }

    /** How many numbers a run keeps of its synapses if they are plastic: a weight for each, and what each has of its own. */
    public int plasticNumbers() {
        int own = plasticity.map(rule -> rule.ownAtRest().length).orElse(0);
        return Math.toIntExact(synapses.count() * (1 + own));
    }

    /** Whether all synapses have the same weight and delay, for good: see {@link Synapses#isUniform}. */
    public boolean isUniform() {
        return plasticity.isEmpty() && synapses.isUniform();
    }

    private static StoredSynapses stored(String source, String target, Synapses synapses) {
        if (synapses instanceof StoredSynapses stored) {
            return stored;
        }
        throw new IllegalArgumentException(
                "the projection from " + source + " to " + target + " has plasticity, but its rows are divided");
    }

    /** A rule that bounds weights can only start from weights within its bounds. */
    private static void checkWeights(String source, String target, StoredSynapses synapses, SynapseRule rule) {
        double smallest = rule.smallestWeight();
        double largest = rule.largestWeight();
        if (smallest == Double.NEGATIVE_INFINITY && largest == Double.POSITIVE_INFINITY) {
            return;
        }
        for (int position = 0; position < synapses.count(); position++) {
            double weight = synapses.weightAt(position);
            if (!(weight >= smallest && weight <= largest)) {
                throw new UnfitSynapseException(
                        UnfitSynapseException.Part.WEIGHT,
                        "the projection from " + source + " to " + target + " has the weight " + weight
                                + ", but its plasticity bounds weights by " + smallest + " and " + largest);
            }
        }
    }
}
