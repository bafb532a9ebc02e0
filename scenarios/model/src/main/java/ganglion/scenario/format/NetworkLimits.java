package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.FixedTotal;
import ganglion.kernel.connectivity.PairwiseBernoulli;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import java.util.List;

/** Keeps a few lines of text from asking for more memory than any machine has. */
final class NetworkLimits {

    private static final long MOST_NEURONS = 100_000_000;

    /** 3.2 GB of weights. */
    private static final long MOST_DENSE_SYNAPSES = 400_000_000;

    /** Synapses that are drawn take from 4 to 14 bytes each. */
    private static final double MOST_DRAWN_SYNAPSES = 2e9;

    private NetworkLimits() {}

    static void check(Place network, List<ProjectionSpec> projections, DeclaredNames names) {
        if (names.neuronCount() > MOST_NEURONS) {
            network.at("populations")
                    .problem("found " + names.neuronCount() + " neurons in all, expected at most " + MOST_NEURONS);
        }
        checkRules(network, projections, names);
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

    private static void checkRules(Place network, List<ProjectionSpec> projections, DeclaredNames names) {
        double synapses = 0;
        for (ProjectionSpec projection : projections) {
            synapses += expectedSynapses(
                    projection.connectivity(), names.sizeIfAny(projection.from()), names.sizeIfAny(projection.to()));
            if (synapses > MOST_DRAWN_SYNAPSES) {
                network.reading()
                        .note(
                                projection.pointer(),
                                "found rules for " + Math.round(synapses) + " synapses up to here, expected at most "
                                        + Math.round(MOST_DRAWN_SYNAPSES));
                return;
            }
        }
    }

    private static double expectedSynapses(Connectivity connectivity, double sources, double targets) {
        if (!(connectivity instanceof Connectivity.Rule rule)) {
            return 0;
        }
        if (rule.connector() instanceof PairwiseBernoulli bernoulli) {
            return bernoulli.probability() * sources * targets;
        }
        if (rule.connector() instanceof FixedInDegree in) {
            return in.inDegree() * targets;
        }
        if (rule.connector() instanceof FixedOutDegree out) {
            return out.outDegree() * sources;
        }
        if (rule.connector() instanceof FixedTotal fixed) {
            return fixed.total();
        }
        return rule.connector() instanceof AllToAll ? sources * targets : 0;
    }
}
