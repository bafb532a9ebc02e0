package ganglion.scenario.result;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.hardware.precision.RasterChange;
import java.util.List;

/**
 * How the precision of a chip's weights, potentials and delays changes a run.
 *
 * @param profile the chip
 * @param network the network in the chip's precision, with the effect of rounding on each population and projection
 * @param rasters how the spikes differ from those of the network as the scenario gives it, by population, in the order of
 *     the network; empty if the run was stopped early
 * @param decisionsAsGiven the decisions of the network as the scenario gives it
 */
public record PrecisionChange(
        HardwareProfile profile,
        QuantisedNetwork network,
        List<RasterChange> rasters,
        List<Decision> decisionsAsGiven) {

    public PrecisionChange {
        rasters = List.copyOf(rasters);
        decisionsAsGiven = List.copyOf(decisionsAsGiven);
    }

    /** Number of decisions with another winner than those of the network as given. */
    public long changedDecisions(List<Decision> decisions) {
        long changed = 0;
        for (int i = 0; i < Math.min(decisions.size(), decisionsAsGiven.size()); i++) {
            changed += decisions.get(i).winner().equals(decisionsAsGiven.get(i).winner()) ? 0 : 1;
        }
        return changed;
    }
}
