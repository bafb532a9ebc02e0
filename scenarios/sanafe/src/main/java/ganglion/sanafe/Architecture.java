package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A chip as SANA-FE describes it: equal tiles in a mesh, each with equal cores.
 *
 * @param name as in the file
 * @param width columns of the mesh
 * @param height rows of the mesh
 * @param tiles tiles that there are, at most width times height
 * @param coresPerTile cores of each tile
 * @param linkBuffer messages that a link holds
 * @param barrierSeconds time of the barrier by the number of tiles from which on it holds
 * @param neuronsPerCore most neurons that are mapped to a core
 * @param costs of hops and messages
 * @param units of the stages synapse, dendrite and soma, in the order of the file
 */
public record Architecture(
        String name,
        int width,
        int height,
        int tiles,
        int coresPerTile,
        int linkBuffer,
        SortedMap<Integer, Double> barrierSeconds,
        int neuronsPerCore,
        Costs costs,
        List<Unit> units) {

    /**
     * Costs of operations.
     *
     * @param joules by operation
     * @param seconds by operation
     */
    public record Costs(Map<Operation, Double> joules, Map<Operation, Double> seconds) {}

    /**
     * A unit of a core's pipeline.
     *
     * @param name without the numbers of its instances
     * @param stage where in the pipeline
     * @param model as in the file, such as {@code leaky_integrate_fire}
     * @param costs of its operations; empty where it has no equivalent
     * @param trouble why no population can be mapped to it; empty if one can
     */
    public record Unit(String name, PipelineStage stage, String model, Costs costs, Optional<String> trouble) {

        /** Whether its neurons are inputs. */
        public boolean isInput() {
            return model.equals("input");
        }
    }

    /** The unit of a name, the first of its stage if the name is empty. */
    Unit unit(PipelineStage stage, String named, Spot at) throws InputException {
        List<Unit> ofStage =
                units.stream().filter(unit -> unit.stage() == stage).toList();
        String base = NameRange.base(named);
        Unit found = ofStage.stream()
                .filter(unit -> base.isEmpty() || unit.name().equals(base))
                .findFirst()
                .orElseThrow(() -> at.problem("found the " + stage.word() + " unit \"" + named + "\", expected one of "
                        + String.join(", ", ofStage.stream().map(Unit::name).toList())));
        if (found.trouble().isPresent()) {
            throw at.problem("found the " + stage.word() + " unit " + found.name() + ", expected another: it "
                    + found.trouble().get() + ", which has no equivalent");
        }
        return found;
    }
}
