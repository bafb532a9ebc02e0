package ganglion.hardware.placement;

import java.util.List;

/** How neurons are assigned to cores. */
public sealed interface PlacementStrategy {

    /**
     * Populations in the order of the network, neurons in the order of their population, each onto the current core until
     * one of its limits is met, and then onto the next. Neurons of two populations may share a core.
     */
    record InOrder() implements PlacementStrategy {}

    /** Every population over as many cores of the chips as possible, so that the busiest core does little. */
    record Spread() implements PlacementStrategy {}

    /**
     * As the author assigns them.
     *
     * @param assignments cores by neurons; every neuron that takes input must be named once, inputs may be
     */
    record ByHand(List<Assignment> assignments) implements PlacementStrategy {

        /** Takes a copy of the list. */
        public ByHand {
            assignments = List.copyOf(assignments);
        }
    }

    /**
     * Some neurons of a population on one core.
     *
     * @param population name
     * @param first position of the first neuron in its population
     * @param count number of neurons
     * @param core core, numbered through all chips
     */
    record Assignment(String population, int first, int count, int core) {}
}
