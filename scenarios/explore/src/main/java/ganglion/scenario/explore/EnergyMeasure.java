package ganglion.scenario.explore;

import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import java.util.OptionalDouble;

/**
 * Which energy of a decision a search is about.
 *
 * @param boundary what it contains
 * @param networkAlone whether it is the network's part alone, without front end, input and output, and static power
 */
public record EnergyMeasure(Boundary boundary, boolean networkAlone) {

    /** The energy of an estimate in joules; absent if a figure is missing. */
    public OptionalDouble of(DecisionEstimate estimate) {
        return networkAlone
                ? estimate.energy(boundary).parts().get(Part.NETWORK).joules()
                : estimate.energy(boundary).joules();
    }

    /** Human-readable, such as {@code marginal, network alone}. */
    public String label() {
        return boundary.label() + (networkAlone ? ", network alone" : "");
    }
}
