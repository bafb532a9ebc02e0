package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.parallel.TaskRunner;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The targets of the projections of one network, computed once for all chips. Not thread safe. */
public final class NetworkTargets {

    private final Network network;
    private final TaskRunner runner;
    private final Map<Projection, Optional<TargetWords>> wordsOf = new IdentityHashMap<>();

    /** Computes nothing yet. */
    public NetworkTargets(Network network) {
        this(network, TaskRunner.SEQUENTIAL);
    }

    /** The same, with a runner that computes parts of them at the same time. */
    public NetworkTargets(Network network, TaskRunner runner) {
        this.network = network;
        this.runner = runner;
    }

    /** The network. */
    public Network network() {
        return network;
    }

    /** Computes parts at the same time. */
    TaskRunner runner() {
        return runner;
    }

    /** Targets of a projection as bits; empty if bits save no work, or if every source reaches all targets. */
    public Optional<TargetWords> words(Projection projection) {
        return wordsOf.computeIfAbsent(projection, this::find);
    }

    /** Whether the targets of a projection are computed already. */
    public boolean isKnown(Projection projection) {
        return wordsOf.containsKey(projection);
    }

    private Optional<TargetWords> find(Projection projection) {
        if (projection.synapses() instanceof DenseSynapses) {
            return Optional.empty();
        }
        int firstTarget = network.firstNeuron(network.index(projection.target()));
        return Optional.ofNullable(TargetWords.of(projection.synapses(), firstTarget, runner));
    }
}
