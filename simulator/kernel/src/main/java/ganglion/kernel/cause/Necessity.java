package ganglion.kernel.cause;

import ganglion.kernel.network.Network;

/** Tells from the parts of the potential at which a neuron fired whether it would have fired without one of the spikes that reached it. */
public final class Necessity {

    /** Two ways to a potential differ by less than this share of the sizes of its parts. */
    private static final double ROUNDING = 1e-9;

    private Necessity() {}

    /**
     * Whether a spike was needed: whether the potential without what it adds is below the level. Then the neuron does not fire at the
     * tick without that spike, if all else that reaches it stays as it is, and so do its own spikes before. Parts cannot tell where the spike has changed
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
