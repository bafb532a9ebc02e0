package ganglion.sanafe;

import ganglion.kernel.neuron.NeuronModel;
import java.util.List;

/**
 * A mapped network.
 *
 * @param groups in the order of the file
 * @param connections one for each pair of groups that is joined, in the order of the file
 * @param places where neurons lie, in the order of the file
 * @param notes what is not exact, one line per note
 */
public record SanafeNetwork(
        List<Group> groups, List<Connections> connections, List<Assignment> places, List<String> notes) {

    /** Takes copies of the lists. */
    public SanafeNetwork {
        groups = List.copyOf(groups);
        connections = List.copyOf(connections);
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    /**
     * Neurons of one model in the same units.
     *
     * @param name as in the file
     * @param size number of neurons
     * @param model what each does; a {@link ganglion.kernel.neuron.source.SpikeSource} for inputs
     * @param units the units of a profile that they are mapped to; empty for inputs
     */
    public record Group(String name, int size, NeuronModel model, List<String> units) {

        /** Takes a copy of the list. */
        public Group {
            units = List.copyOf(units);
        }
    }

    /**
     * Some neurons of a group on one core.
     *
     * @param group position of the group
     * @param first the first of them
     * @param count how many
     * @param core number of the core through all tiles
     */
    public record Assignment(int group, int first, int count, int core) {}
}
