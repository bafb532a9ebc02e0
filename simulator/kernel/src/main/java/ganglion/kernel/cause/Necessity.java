package ganglion.kernel.cause;

import ganglion.kernel.network.Network;

/** Whether a spike was needed for another, as far as the parts of its potential can tell. */
public final class Necessity {

    /** Two ways to a potential differ by less than this share of the sizes of its parts. */
    private static final double ROUNDING = 1e-9;

    private Necessity() {}

    /**
     * Whether the potential without what a spike adds to it is below the level: then the neuron does not fire at the tick without that
     * spike, if all else that reaches it stays as it is, and so do its own spikes before. Parts cannot tell where the spike has changed
     * the weight with which a later one came.
     */
    public static boolean of(Network network, PotentialParts parts, SpikeId source) {
        double amount = 0;
        for (EventPart event : parts.events()) {
            int projection = event.synapse().projection();
            if (network.sourceOf(projection) != source.population()
                    || event.synapse().source() != source.neuron()) {
                continue;
            }
            if (event.firedTick() == source.tick()) {
                amount += event.amount();
            } else if (event.firedTick() > source.tick()
                    && network.projections().get(projection).plasticity().isPresent()) {
                return false;
            }
        }
        return parts.potential() - amount < parts.level() - ROUNDING * (1 + parts.size());
    }
}
