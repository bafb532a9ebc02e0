package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.ClusterEvent;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.SelfUp;
import akka.cluster.typed.Subscribe;
import ganglion.runtime.watch.ClusterWatch;
import ganglion.runtime.wire.Envelope;

/** A process that offers its processors and memory to runs, one after the other. */
public final class ClusterNode implements AutoCloseable {

    private final ActorSystem<Void> system;
    private volatile boolean joined;

    private ClusterNode(ClusterSettings settings, NetworkSource source, ClusterWatch watch) {
        this.system = ClusterSystem.start(settings, ClusterSystem.NODE, Behaviors.setup(context -> {
            ActorRef<Envelope> node =
                    context.spawn(NodeActor.create(settings.version(), source, watch.nanoseconds()), "node");
            ActorRef<ClusterEvent.MemberEvent> members =
                    context.spawn(MemberWatch.create(Cluster.get(context.getSystem()), watch), "members");
            Cluster.get(context.getSystem())
                    .subscriptions()
                    .tell(Subscribe.create(members, ClusterEvent.MemberEvent.class));
            context.getSystem().receptionist().tell(Receptionist.register(NodeActor.KEY, node));
            ActorRef<SelfUp> notice = context.spawn(
                    Behaviors.receiveMessage(up -> {
                        joined = true;
                        return Behaviors.same();
                    }),
                    "joined");
            Cluster.get(context.getSystem()).subscriptions().tell(Subscribe.create(notice, SelfUp.class));
            return Behaviors.empty();
        }));
    }

    /**
     * Starts a node, which joins a cluster.
     *
     * @param source makes the networks of runs
     * @throws ClusterException if the port cannot be used
     */
    public static ClusterNode start(ClusterSettings settings, NetworkSource source, ClusterWatch watch) {
        return new ClusterNode(settings, source, watch);
    }

    /** The same without anyone who watches. */
    public static ClusterNode start(ClusterSettings settings, NetworkSource source) {
        return start(settings, source, ClusterWatch.NONE);
    }

    /** Whether it has been a member of its cluster. */
    public boolean hasJoined() {
        return joined;
    }

    /** Where it can be reached, as {@code HOST:PORT}. */
    public String address() {
        return ClusterSystem.address(system);
    }

    /** Waits until the node has left its cluster, or has found none. */
    public void awaitEnd() {
        system.getWhenTerminated().toCompletableFuture().join();
    }

    /** Leaves the cluster, in some seconds at most. */
    @Override
    public void close() {
        ClusterSystem.end(system);
    }
}
