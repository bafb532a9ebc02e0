package ganglion.scenario.format;

import ganglion.scenario.Connectivity;
import ganglion.scenario.ProjectionSpec;
import java.util.List;

/** Keeps a few lines of text from asking for more memory than any machine has. */
final class NetworkLimits {

    private static final long MOST_NEURONS = 100_000_000;

    /** 3.2 GB of weights. */
    private static final long MOST_DENSE_SYNAPSES = 400_000_000;

    private NetworkLimits() {}

    static void check(Place network, List<ProjectionSpec> projections, DeclaredNames names) {
        if (names.neuronCount() > MOST_NEURONS) {
            network.at("populations")
                    .problem("found " + names.neuronCount() + " neurons in all, expected at most " + MOST_NEURONS);
        }
        long synapses = 0;
        for (ProjectionSpec projection : projections) {
            if (projection.connectivity() instanceof Connectivity.AllToAll) {
                synapses += (long) names.sizeIfAny(projection.from()) * names.sizeIfAny(projection.to());
            }
            if (synapses > MOST_DENSE_SYNAPSES) {
                network.reading()
                        .note(
                                projection.pointer(),
                                "found " + synapses + " synapses in matrices up to here, expected at most "
                                        + MOST_DENSE_SYNAPSES + "; list them in CSV files where most are absent");
                return;
            }
        }
    }
}
