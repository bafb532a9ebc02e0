package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.MemberRemoved;
import akka.cluster.ClusterEvent.MemberUp;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.SelfUp;
import akka.cluster.typed.Subscribe;
import ganglion.runtime.wire.Envelope;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A process that offers its processors and memory to runs, one after the other. */
public final class ClusterNode implements AutoCloseable {

    /** A system that has been taken out of its cluster waits a second for the others to hear of it, and ends. */
    private static final int END_SECONDS = 5;

    private final ActorSystem<Void> system;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> removed = new CompletableFuture<>();
    private volatile boolean joined;

    private ClusterNode(ClusterSettings settings, NetworkSource source, Consumer<ClusterNews> watch) {
        this.system = ClusterSystem.start(settings, ClusterSystem.NODE, Behaviors.setup(context -> {
            ActorRef<Envelope> node = context.spawn(NodeActor.create(settings.version(), source), "node");
            Cluster cluster = Cluster.get(context.getSystem());
            ActorRef<MemberEvent> members =
                    context.spawn(MemberWatch.create(cluster.selfMember().address(), watch), "members");
            context.getSystem().receptionist().tell(Receptionist.register(NodeActor.KEY, node));
            ActorRef<SelfUp> notice = context.spawn(
                    Behaviors.receiveMessage(up -> {
                        joined = true;
                        return Behaviors.same();
                    }),
                    "joined");
            ActorRef<MemberEvent> acquaintances = context.spawn(
                    Behaviors.receiveMessage(event -> {
                        note(event);
                        return Behaviors.same();
                    }),
                    "acquaintances");
            cluster.subscriptions().tell(Subscribe.create(notice, SelfUp.class));
            cluster.subscriptions().tell(Subscribe.create(members, MemberEvent.class));
            cluster.subscriptions().tell(Subscribe.create(acquaintances, MemberEvent.class));
            return Behaviors.empty();
        }));
        akka.cluster.Cluster.get(system.classicSystem())
                .registerOnMemberRemoved((Runnable) () -> removed.complete(null));
    }

    /**
     * Starts a node, which joins a cluster.
     *
     * @param source makes the networks of runs
     * @throws ClusterException if the port cannot be used
     */
    public static ClusterNode start(ClusterSettings settings, NetworkSource source, Consumer<ClusterNews> watch) {
        return new ClusterNode(settings, source, watch);
    }

    /** The same without anyone who watches. */
    public static ClusterNode start(ClusterSettings settings, NetworkSource source) {
        return start(settings, source, news -> {});
    }

    private void note(MemberEvent event) {
        Member member = event.member();
        String place = ClusterSystem.place(member.address());
        if (event instanceof MemberUp && member.hasRole(ClusterSystem.NODE)) {
            known.add(place);
        } else if (event instanceof MemberRemoved removed && removed.previousStatus() == MemberStatus.exiting()) {
            known.remove(place);
        }
    }

    /** Nodes that were in its cluster, itself included, and have not left it by themselves, as {@code HOST:PORT}. */
    public Set<String> known() {
        return Set.copyOf(known);
    }

    /** Whether it has been a member of its cluster. */
    public boolean hasJoined() {
        return joined;
    }

    /** Where it can be reached, as {@code HOST:PORT}. */
    public String address() {
        return ClusterSystem.address(system);
    }

    /**
     * Waits until the node has left its cluster, or has found none. Its actor system may take some seconds more to end; if it does
     * not, it is left to itself.
     */
    public void awaitEnd() {
        CompletableFuture<?> ended = system.getWhenTerminated().toCompletableFuture();
        CompletableFuture.anyOf(ended, removed).join();
        ClusterSystem.awaitEnd(system, END_SECONDS);
    }

    /** Leaves the cluster, in some seconds at most. */
    @Override
    public void close() {
        ClusterSystem.end(system);
    }
}
