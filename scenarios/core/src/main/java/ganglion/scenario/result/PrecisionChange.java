package ganglion.scenario.result;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.hardware.precision.RasterChange;
import ganglion.scenario.model.BitTrueChip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** What is not exact, what spikes are held against, and how the chip keeps up. */
    public List<String> notes() {
        String earlier = IntStream.range(0, rasters.size())
                .filter(p -> rasters.get(p).ticksEarlier() > 0)
                .mapToObj(p -> network.network().population(p).name() + " "
                        + QuantityFormat.count(rasters.get(p).ticksEarlier(), "tick"))
                .collect(Collectors.joining(", "));
        List<String> notes = new ArrayList<>(network.notes());
        if (!earlier.isEmpty()) {
            notes.add(
                    "The chip has no delays. Its spikes are the same as those given if these come earlier, by a tick for"
                            + " each synapse from the inputs: " + earlier + ".");
        }
        work.ifPresent(done -> notes.addAll(done.sentences()));
        return notes;
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
