package ganglion.hardware.placement;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.Placement.CoreLoad;
import java.util.ArrayList;
import java.util.List;

/**
 * A placement in numbers.
 *
 * @param fits whether it was placed; if not, {@code problems} says why and nothing is costed
 * @param chips chips in use
 * @param coresUsed cores that hold at least one neuron
 * @param coresPerChip cores of one chip
 * @param neurons neurons placed; spike sources are inputs and lie outside the chip
 * @param synapses synapses placed
 * @param cores what each core in use holds, by core number
 * @param problems what does not fit, human-readable; empty if everything does
 * @param copies further neurons that do as others do, as one neuron does not reach enough cores; no work is counted for them
 * @param fit what the chip would compute in the place of what it does not have, and what is not known of it
 */
public record PlacementSummary(
        boolean fits,
        int chips,
        int coresUsed,
        int coresPerChip,
        int neurons,
        long synapses,
        List<CoreSummary> cores,
        List<String> problems,
        long copies,
        ChipFit fit) {

    /**
     * What one core holds.
     *
     * @param core number, through all chips
     * @param x column of its tile in its chip
     * @param y row of its tile in its chip, counted from the south
     * @param neurons neurons on it
     * @param synapses synapses into it
     * @param inputAxons source neurons that reach it; 0 if they were not counted, as the network does not fit anyway
     */
    public record CoreSummary(int core, int x, int y, int neurons, long synapses, int inputAxons) {}

    public PlacementSummary {
        cores = List.copyOf(cores);
        problems = List.copyOf(problems);
    }

    /** The summary of a placement. */
    public static PlacementSummary of(Placement placement, long copies, ChipFit fit) {
        Mesh mesh = placement.mesh();
        List<CoreSummary> cores = new ArrayList<>();
        int neurons = 0;
        long synapses = 0;
        for (int core = 0; core < placement.cores().size(); core++) {
            CoreLoad load = placement.cores().get(core);
            if (load.isEmpty()) {
                continue;
            }
            int tile = placement.tile(core);
            cores.add(new CoreSummary(
                    core, mesh.x(tile), mesh.y(tile), load.neurons(), load.synapses(), load.inputAxons()));
            neurons += load.neurons();
            synapses += load.synapses();
        }
        return new PlacementSummary(
                placement.fits(),
                placement.chips(),
                cores.size(),
                mesh.cores(),
                neurons,
                synapses,
                cores,
                placement.problems(),
                copies,
                fit);
    }
}
