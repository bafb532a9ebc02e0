package ganglion.hardware.placement;

import ganglion.hardware.placement.Placement.CoreLoad;
import java.util.List;

/**
 * A placement in numbers.
 *
 * @param chips chips in use
 * @param coresUsed cores that hold at least one neuron
 * @param coresPerChip cores of one chip
 * @param neurons neurons placed; spike sources are inputs and lie outside the chip
 * @param synapses synapses placed
 * @param problems what does not fit, human-readable; empty if everything does
 * @param copies further neurons that do as others do, as one neuron does not reach enough cores; no work is counted for them
 * @param fit what the chip would compute in the place of what it does not have, and what is not known of it
 */
public record PlacementSummary(
        int chips,
        int coresUsed,
        int coresPerChip,
        int neurons,
        long synapses,
        List<String> problems,
        long copies,
        ChipFit fit) {

    public PlacementSummary {
        problems = List.copyOf(problems);
    }

    /** The numbers of a placement. */
    public static PlacementSummary of(Placement placement, long copies, ChipFit fit) {
        return new PlacementSummary(
                placement.chips(),
                placement.coresUsed(),
                placement.mesh().cores(),
                placement.cores().stream().mapToInt(CoreLoad::neurons).sum(),
                placement.cores().stream().mapToLong(CoreLoad::synapses).sum(),
                placement.problems(),
                copies,
                fit);
    }

    /** Whether it was placed; if not, {@code problems} says why and nothing is costed. */
    public boolean fits() {
        return problems.isEmpty();
    }
}
