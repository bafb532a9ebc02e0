package ganglion.scenario.model;

import java.util.List;
import java.util.Map;

/**
 * What a run records besides its decisions.
 *
 * @param spikes populations and inputs whose spikes are kept
 * @param membranes populations whose membrane potentials are kept, of every neuron at every tick
 * @param neurons of populations of which not all neurons' spikes are kept, those that are, in ascending order
 * @param stream whether spikes go to disk as they come, and not into memory
 * @param sonata whether spikes are written in the layout of SONATA as well
 * @param npz whether what is recorded in memory is written as arrays of NumPy as well
 * @param probes what is looked at from time to time
 */
public record Recording(
        List<String> spikes,
        List<String> membranes,
        Map<String, int[]> neurons,
        boolean stream,
        boolean sonata,
        boolean npz,
        List<Probe> probes) {

    public Recording {
        spikes = List.copyOf(spikes);
        membranes = List.copyOf(membranes);
        neurons = Map.copyOf(neurons);
        probes = List.copyOf(probes);
    }

    /** Spikes of whole populations and membrane potentials at every tick, in memory. */
    public Recording(List<String> spikes, List<String> membranes) {
        this(spikes, membranes, Map.of(), false, false, false, List.of());
    }
}
