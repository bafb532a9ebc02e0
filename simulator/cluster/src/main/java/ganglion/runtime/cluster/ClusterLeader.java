package ganglion.runtime.cluster;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import ganglion.runtime.RunOptions;
import ganglion.runtime.wire.Envelope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The process that conducts a run on several nodes. It is one of them. Not thread-safe. */
public final class ClusterLeader implements AutoCloseable {

    /** How often a caller is asked whether to stop. */
    private static final long POLL_MILLISECONDS = 100;

    /** After how long it is told that a run waits for nodes. */
    private static final long PATIENCE_MILLISECONDS = 3000;

    /** The own node first, then the others by address. */
    private static final Comparator<ActorRef<Envelope>> ORDER = Comparator.comparing(
                    (ActorRef<Envelope> node) -> !node.path().address().hasLocalScope())
            .thenComparing(node -> node.path().toString());

    private final ClusterSettings settings;
    private final Consumer<ClusterNews> watch;
    private final ActorSystem<Void> system;
    private final BlockingQueue<LeaderEvent> events = new LinkedBlockingQueue<>();
    private final ActorRef<Envelope> self;

    /** The node of this process. */
    private final ActorRef<Envelope> own;

    /** Those that have been found and are not gone. */
    private final Set<ActorRef<Envelope>> nodes = new LinkedHashSet<>();

    /** Those whose processes have ended, which the cluster may list for some seconds more. */
    private final List<LeaderEvent.Lost> lost = new ArrayList<>();

    /** Those that are leaving, until they are gone. */
    private final Set<ActorRef<Envelope>> leaving = new HashSet<>();

    private final Set<ActorRef<Envelope>> tooSmall = new HashSet<>();
    private final Set<ActorRef<Envelope>> busy = new HashSet<>();

    private ClusterLeader(ClusterSettings settings, NetworkSource source, Consumer<ClusterNews> watch) {
        this.settings = settings;
        this.watch = watch;
        CompletableFuture<ActorRef<Envelope>> reference = new CompletableFuture<>();
        CompletableFuture<ActorRef<Envelope>> node = new CompletableFuture<>();
        this.system = ClusterSystem.start(settings, ClusterSystem.LEADER, Behaviors.setup(context -> {
            // Not to be found by others, whose runs would end with this process.
            node.complete(context.spawn(NodeActor.create(settings.version(), source), "node"));
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
                                : "found no cluster at " + String.join(", ", settings.join()) + ", or have lost it; "
                                        + settings.expectedThere())));
    }

    /**
     * Starts a leader, which joins a cluster or begins one.
     *
     * @param source makes the share of this process
     * @throws ClusterException if the port cannot be used
     */
    public static ClusterLeader start(ClusterSettings settings, NetworkSource source, Consumer<ClusterNews> watch) {
        return new ClusterLeader(settings, source, watch);
    }

    /** The same without anyone who watches. */
    public static ClusterLeader start(ClusterSettings settings, NetworkSource source) {
        return start(settings, source, news -> {});
    }

    /** Where it can be reached, as {@code HOST:PORT}. */
    public String address() {
        return ClusterSystem.address(system);
    }

    /** Waits for nodes with nobody who might stop it. */
    public void awaitNodes(int count, int seconds) {
        awaitNodes(count, seconds, () -> false);
    }

    /**
     * Waits until there are enough nodes, this one included.
     *
     * @param seconds how long to wait for the next node
     * @param stop whether to give up
     * @throws ClusterException if there are not in time
     */
    public void awaitNodes(int count, int seconds, BooleanSupplier stop) {
        long silentMilliseconds = 0;
        boolean told = false;
        while (nodes.size() < count) {
            try {
                LeaderEvent event = events.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (stop.getAsBoolean()) {
                    throw new ClusterException("stopped with " + nodes.size() + " of " + count + " nodes");
                }
                silentMilliseconds = event == null ? silentMilliseconds + POLL_MILLISECONDS : 0;
                boolean findsOthers = !settings.join().isEmpty(); // and does not start them, which takes its time
                if (findsOthers && silentMilliseconds >= PATIENCE_MILLISECONDS && !told) {
                    told = true;
                    tell(new ClusterNews.Waiting(nodes.size(), count, seconds));
                }
                if (silentMilliseconds >= seconds * 1000L) {
                    throw new ClusterException(
                            "found " + nodes.size() + " of " + count + " nodes, and no other in " + seconds + " s");
                }
                if (event == null) {
                    continue;
                }
                noteUnlessEnded(event);
                if (event instanceof LeaderEvent.Lost lost) {
                    throw new ClusterException("the node at " + lost.place() + " has ended before the run began");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("the run was interrupted");
            }
        }
    }

    /**
     * Counts a node as lost at once and for good, because its process is known to have ended: a silent one may only be slow. The
     * cluster itself lets go of it only after it has missed some heartbeats.
     *
     * @param place as {@link ClusterNode#address} gives it
     */
    public void lost(String place) {
        events.add(new LeaderEvent.Lost(place));
        Cluster.get(system).manager().tell(new Down(AddressFromURIString.parse(ClusterSystem.uri(place))));
    }

    /** Has whoever waits for nodes or for a run fail with a reason: a process that was to be a node cannot be one. */
    public void fail(String reason) {
        events.add(new LeaderEvent.Ended(reason));
    }

    /** Takes notice of all that has come while no run was waiting. */
    void catchUp() {
        for (LeaderEvent event = events.poll(); event != null; event = events.poll()) {
            noteUnlessEnded(event);
        }
    }

    private void noteUnlessEnded(LeaderEvent event) {
        if (event instanceof LeaderEvent.Ended ended) {
            throw new ClusterException(ended.reason());
        }
        note(event);
    }

    /** Leaves out a node that has other work, until it is found again or {@linkplain #awaitBusy waited for}. */
    void leaveOut(ActorRef<Envelope> node) {
        nodes.remove(node);
        busy.add(node);
    }

    /** Takes notice of what comes until nothing has for a second, and then counts busy nodes as free, which may be so. */
    void awaitBusy() {
        try {
            for (LeaderEvent event = events.poll(1, TimeUnit.SECONDS);
                    event != null;
                    event = events.poll(1, TimeUnit.SECONDS)) {
                noteUnlessEnded(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("the run was interrupted");
        }
        nodes.addAll(busy);
        busy.clear();
    }

    /** Leaves out a node for good, which has too little memory. */
    private void leaveOutForGood(ActorRef<Envelope> node) {
        tooSmall.add(node);
        nodes.remove(node);
    }

    /** Number of nodes that were found and not lost, this one included. */
    int reachable() {
        return nodes.size();
    }

    /** Takes notice of nodes that come and go. */
    void note(LeaderEvent event) {
        if (event instanceof LeaderEvent.Nodes found) {
            present()
                    .filter(node -> !node.equals(own) && !found.all().contains(node))
                    .forEach(node -> remove(node, ClusterNews.Lost.SILENT));
            found.all().stream().sorted(ORDER).forEach(this::add);
        } else if (event instanceof LeaderEvent.Gone gone) {
            remove(gone.node(), ClusterNews.Lost.SILENT);
        } else if (event instanceof LeaderEvent.Leaves leaves) {
            present().filter(leaves::has).forEach(leaving::add);
        } else if (event instanceof LeaderEvent.Lost ended) {
            lost.add(ended);
            present().filter(ended::had).forEach(node -> remove(node, ClusterNews.Lost.ENDED));
        }
    }

    /** All nodes that are there, those with other work included, as they are now. */
    private Stream<ActorRef<Envelope>> present() {
        return Stream.concat(nodes.stream(), busy.stream()).distinct().toList().stream();
    }

    private void add(ActorRef<Envelope> node) {
        boolean usable = !tooSmall.contains(node) && lost.stream().noneMatch(ended -> ended.had(node));
        if (usable && nodes.add(node) && !busy.remove(node)) {
            tell(new ClusterNews.Joined(ClusterNews.Role.NODE, place(node), nodes.size()));
        }
    }

    private void remove(ActorRef<Envelope> node, String reason) {
        boolean wasFree = nodes.remove(node);
        boolean wasBusy = busy.remove(node);
        boolean leaves = leaving.remove(node);
        if (wasFree || wasBusy) {
            tell(
                    leaves
                            ? new ClusterNews.Left(ClusterNews.Role.NODE, place(node), nodes.size())
                            : new ClusterNews.Lost(ClusterNews.Role.NODE, place(node), reason, nodes.size()));
        }
    }

    /** Where a node is, as {@code HOST:PORT}. */
    String place(ActorRef<Envelope> node) {
        Address address = node.path().address();
        return address.hasLocalScope() ? address() : ClusterSystem.place(address);
    }

    void tell(ClusterNews news) {
        watch.accept(news);
    }

    /** Some nodes for a run: this one first, then the others by address. */
    RunNodes nodesOfRun(int count) {
        List<ActorRef<Envelope>> sorted = new ArrayList<>(nodes);
        sorted.sort(ORDER);
        // Numbers of runs must differ, so that nothing of an earlier one is taken for one of this; no result depends on
        // them.
        return new RunNodes(
                ThreadLocalRandom.current().nextLong(),
                events,
                this::note,
                this::leaveOut,
                this::leaveOutForGood,
                sorted.subList(0, count));
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
