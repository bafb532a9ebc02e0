package ganglion.runtime.cluster;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;

/** A process that offers its processors and memory to runs, one after the other. */
public final class ClusterNode implements AutoCloseable {

    private final ActorSystem<Void> system;

    private ClusterNode(ActorSystem<Void> system) {
        this.system = system;
    }

    /**
     * Starts a node, which joins a cluster.
     *
     * @param source makes the networks of runs
     * @throws ClusterException if the port cannot be used
     */
    public static ClusterNode start(ClusterSettings settings, NetworkSource source) {
        return new ClusterNode(ClusterSystem.start(settings, "node", Behaviors.setup(context -> {
            context.spawn(NodeActor.create(settings.version(), source), "node");
            return Behaviors.empty();
        })));
    }

    /** Where it can be reached, as {@code HOST:PORT}. */
    public String address() {
        return ClusterSystem.address(system);
    }

    /** Waits until the node has left its cluster, or has found none. */
    public void awaitEnd() {
        system.getWhenTerminated().toCompletableFuture().join();
    }

    /** Leaves the cluster. */
    @Override
    public void close() {
        system.terminate();
        awaitEnd();
    }
}
