package ganglion.kernel.cause;

import java.util.List;

/**
 * The membrane potential of a neuron at a tick, as it is compared with the threshold, and what it is made of. Potentials are in the unit of the
 * threshold. {@link #sum} equals the potential up to rounding.
 *
 * @param tick the tick
 * @param potential followed forward from the neuron's start
 * @param level the least potential at which the neuron fires at the tick; infinite in a refractory period, at least
 *     {@link Double#MAX_VALUE} if the neuron never fires
 * @param reference potential from which the other parts are counted: that to which a spike sets the neuron, or else that at which it rests
 * @param initial what is left of the initial potential, from the reference
 * @param drive what leak towards rest and biases have added
 * @param ownSpikes what resets after the neuron's own spikes have added or taken away, but for the input that they lost
 * @param currents what each current beside the synapses has added, the innermost first, which is that of the scenario's first
 * @param events the synaptic events that have reached the neuron from {@code since} on, in order of arrival
 * @param since the first tick of which anything is left in the potential
 */
public record PotentialParts(
        long tick,
        double potential,
        double level,
        double reference,
        double initial,
        double drive,
        double ownSpikes,
        List<Double> currents,
        List<EventPart> events,
        long since) {

    /** Copies the lists. */
    public PotentialParts {
        currents = List.copyOf(currents);
        events = List.copyOf(events);
    }

    /** All parts together. */
    public double sum() {
        return reference
                + initial
                + drive
                + ownSpikes
                + currents.stream().mapToDouble(Double::doubleValue).sum()
                + events.stream().mapToDouble(EventPart::amount).sum();
    }

    /** The sizes of all parts together, which bound the rounding of their sum. */
    public double size() {
        return Math.abs(reference)
                + Math.abs(initial)
                + Math.abs(drive)
                + Math.abs(ownSpikes)
                + currents.stream().mapToDouble(Math::abs).sum()
                + events.stream().mapToDouble(part -> Math.abs(part.amount())).sum();
    }

    /** Whether no potential is high enough for a spike: in a refractory period, or of a neuron that never fires. */
    public boolean isOutOfReach() {
        return level >= Double.MAX_VALUE;
    }
}
