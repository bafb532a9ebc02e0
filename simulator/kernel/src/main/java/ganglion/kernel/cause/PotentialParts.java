package ganglion.kernel.cause;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * @param events the synaptic events that have reached the neuron from {@code sinceTick} on, in order of arrival
 * @param sinceTick the first tick of which anything is left in the potential
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
        long sinceTick) {

    /** Copies the lists. */
    public PotentialParts {
        currents = List.copyOf(currents);
        events = List.copyOf(events);
    }

    /**
     * The parts that are no spikes by their names, in this order: {@code initial}, {@code drive}, {@code own-spikes}, {@code current-0} and so on,
     * {@code reference}.
     */
    public Map<String, Double> others() {
        Map<String, Double> others = new LinkedHashMap<>();
        others.put("initial", initial);
        others.put("drive", drive);
        others.put("own-spikes", ownSpikes);
        for (int i = 0; i < currents.size(); i++) {
            others.put("current-" + i, currents.get(i));
        }
        others.put("reference", reference);
        return others;
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
