package ganglion.scenario.result;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.hardware.precision.RasterChange;
import ganglion.scenario.model.BitTrueChip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the precision of a chip's weights, potentials and delays changes a run.
 *
 * @param profile the chip
 * @param network the network in the chip's precision, with the effect of rounding on each population and projection
 * @param rasters how the spikes differ from those of the network as the scenario gives it, by population, in the order of
 *     the network; empty if the run was stopped early
 * @param decisionsAsGiven the decisions of the network as the scenario gives it
 * @param work of the chip, if it was computed bit by bit
 */
public record PrecisionChange(
        HardwareProfile profile,
        QuantisedNetwork network,
        List<RasterChange> rasters,
        List<Decision> decisionsAsGiven,
        Optional<BitTrueChip.Work> work) {

    public PrecisionChange {
        rasters = List.copyOf(rasters);
        decisionsAsGiven = List.copyOf(decisionsAsGiven);
    }

    /** What is not exact, and how the chip keeps up. */
    public List<String> notes() {
        return Stream.concat(network.notes().stream(), work.stream().flatMap(done -> done.sentences().stream()))
                .toList();
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
