package ganglion.runtime;

import java.util.Objects;

/**
 * Asks for the membrane potentials of a population at every tick.
 *
 * @param population name of the population
 */
public record MembraneProbe(String population) {

    public MembraneProbe {
        Objects.requireNonNull(population, "population");
    }
}
