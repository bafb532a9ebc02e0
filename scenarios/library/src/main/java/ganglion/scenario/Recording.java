package ganglion.scenario;

import java.util.List;

/**
 * What a run keeps besides its decisions.
 *
 * @param spikes populations and inputs whose spikes are kept
 * @param membranes populations whose membrane potentials are kept, of every neuron at every tick
 */
public record Recording(List<String> spikes, List<String> membranes) {

    public Recording {
        spikes = List.copyOf(spikes);
        membranes = List.copyOf(membranes);
    }
}
