package ganglion.live.event;

/**
 * A population by name and size.
 *
 * @param name as in the scenario
 * @param size number of neurons, at least 1
 * @param input whether the ear's spikes come in here
 */
public record PopulationShape(String name, int size, boolean input) {}
