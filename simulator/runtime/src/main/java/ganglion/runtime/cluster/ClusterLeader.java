package ganglion.runtime.cluster;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import ganglion.runtime.RunOptions;
import ganglion.runtime.watch.ClusterNews;
import ganglion.runtime.watch.ClusterWatch;
import ganglion.runtime.wire.Envelope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The process that conducts a run on several nodes. It is one of them. Not thread-safe. */
public final class ClusterLeader implements AutoCloseable {

    /** The own node first, then the others by address. */
    private static final Comparator<ActorRef<Envelope>> ORDER = Comparator.comparing(
                    (ActorRef<Envelope> node) -> !node.path().address().hasLocalScope())
            .thenComparing(node -> node.path().toString());

    private final ClusterSettings settings;
    private final ClusterWatch watch;
    private final ActorSystem<Void> system;
    private final BlockingQueue<LeaderEvent> events = new LinkedBlockingQueue<>();
    private final ActorRef<Envelope> self;

    /** The node of this process. */
    private final ActorRef<Envelope> own;

    /** Those that have been found and are not gone. */
    private final Set<ActorRef<Envelope>> nodes = new LinkedHashSet<>();

    private ClusterLeader(ClusterSettings settings, NetworkSource source, ClusterWatch watch) {
        this.settings = settings;
        this.watch = watch;
        CompletableFuture<ActorRef<Envelope>> reference = new CompletableFuture<>();
        CompletableFuture<ActorRef<Envelope>> node = new CompletableFuture<>();
        this.system = ClusterSystem.start(settings, ClusterSystem.LEADER, Behaviors.setup(context -> {
            // Not to be found by others, whose runs would end with this process.
            node.complete(context.spawn(NodeActor.create(settings.version(), source, watch.nanoseconds()), "node"));
            context.spawn(LeaderActor.create(events, reference::complete), "leader");
            return Behaviors.empty();
        }));
        this.self = reference.join();
        this.own = node.join();
        this.nodes.add(own);
        system.getWhenTerminated()
                .whenComplete((done, failure) -> events.add(new LeaderEvent.Ended(
                        settings.join().isEmpty()
                                ? "this process has left its cluster"
                                : "found no cluster at " + String.join(", ", settings.join())
                                        + ", or have lost it; expected a 'ganglion node' there")));
    }

    /**
     * Starts a leader, which joins a cluster or begins one.
     *
     * @param source makes the share of this process
     * @throws ClusterException if the port cannot be used
     */
    public static ClusterLeader start(ClusterSettings settings, NetworkSource source, ClusterWatch watch) {
        return new ClusterLeader(settings, source, watch);
    }

    /** The same without anyone who watches. */
    public static ClusterLeader start(ClusterSettings settings, NetworkSource source) {
        return start(settings, source, ClusterWatch.NONE);
    }

    /** Where it can be reached, as {@code HOST:PORT}. */
    public String address() {
        return ClusterSystem.address(system);
    }

    /**
     * Waits until there are enough nodes, this one included.
     *
     * @param seconds how long to wait for the next node
     * @throws ClusterException if there are not in time
     */
    public void awaitNodes(int count, int seconds) {
        while (nodes.size() < count) {
            try {
                LeaderEvent event = events.poll(seconds, TimeUnit.SECONDS);
                if (event == null) {
                    throw new ClusterException(
                            "found " + nodes.size() + " of " + count + " nodes, and no other in " + seconds + " s");
                }
                if (event instanceof LeaderEvent.Ended ended) {
                    throw new ClusterException(ended.reason());
                }
                note(event);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("the run was interrupted");
            }
        }
    }

    /**
     * Counts a node as lost at once, because its process is known to have ended: a silent one may only be slow.
     *
     * @param place as {@link ClusterNode#address} gives it
     */
    public void lost(String place) {
        Cluster.get(system).manager().tell(new Down(AddressFromURIString.parse(ClusterSystem.uri(place))));
    }

    /** Has whoever waits for nodes or for a run fail with a reason: a process that was to be a node cannot be one. */
    public void fail(String reason) {
        events.add(new LeaderEvent.Ended(reason));
    }

    /** Takes notice of all that has come while no run was waiting. */
    void catchUp() {
        for (LeaderEvent event = events.poll(); event != null; event = events.poll()) {
            if (event instanceof LeaderEvent.Ended ended) {
                throw new ClusterException(ended.reason());
            }
            note(event);
        }
    }

    /** Leaves out a node that has other work, until it is found again. */
    void leaveOut(ActorRef<Envelope> node) {
        nodes.remove(node);
    }

    /** Number of nodes that were found and not lost, this one included. */
    int reachable() {
        return nodes.size();
    }

    /** Takes notice of nodes that come and go. */
    void note(LeaderEvent event) {
        if (event instanceof LeaderEvent.Nodes found) {
            for (ActorRef<Envelope> node : List.copyOf(nodes)) {
                if (!node.equals(own) && !found.all().contains(node)) {
                    remove(node);
                }
            }
            found.all().stream().sorted(ORDER).filter(nodes::add).forEach(this::tellJoined);
        } else if (event instanceof LeaderEvent.Gone gone && nodes.contains(gone.node())) {
            remove(gone.node());
        }
    }

    private void tellJoined(ActorRef<Envelope> node) {
        tell(new ClusterNews.Joined(ClusterNews.Role.NODE, place(node), nodes.size()));
    }

    private void remove(ActorRef<Envelope> node) {
        nodes.remove(node);
        tell(new ClusterNews.Lost(ClusterNews.Role.NODE, place(node), "it is gone", nodes.size()));
    }

    /** Where a node is, as {@code HOST:PORT}. */
    String place(ActorRef<Envelope> node) {
        Address address = node.path().address();
        return address.hasLocalScope() ? address() : ClusterSystem.place(address);
    }

    void tell(ClusterNews news) {
        watch.news().accept(news);
    }

    /** Some nodes for a run: this one first, then the others by address. */
    Crew crew(int count) {
        List<ActorRef<Envelope>> sorted = new ArrayList<>(nodes);
        sorted.sort(ORDER);
        // Numbers of runs must differ, so that nothing of an earlier one is taken for one of this; no result depends on
        // them.
        return new Crew(
                ThreadLocalRandom.current().nextLong(), events, this::note, this::leaveOut, sorted.subList(0, count));
    }

    /**
     * Has the nodes build their shares of a network.
     *
     * @param nodes number of nodes, which {@link #awaitNodes} has found
     * @throws ClusterException if a node cannot
     */
    public ClusterRun prepare(ClusterJob job, int nodes, RunOptions options) {
        return new ClusterRun(this, job, nodes, options);
    }

    ClusterSettings settings() {
        return settings;
    }

    ActorSystem<Void> system() {
        return system;
    }

    ActorRef<Envelope> self() {
        return self;
    }

    /** Leaves the cluster, in some seconds at most. */
    @Override
    public void close() {
        ClusterSystem.end(system);
    }
}
