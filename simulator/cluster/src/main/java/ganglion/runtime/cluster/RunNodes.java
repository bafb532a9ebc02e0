package ganglion.runtime.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.Outbox;
import ganglion.runtime.wire.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The nodes of one run, or of one attempt at it, and their hosts, seen from the thread that conducts it. Everything waits here: that
 * a node is gone, or has failed, ends any wait.
 */
final class RunNodes {

    private static final long SILENCE_MILLISECONDS = 1000;

    /** Seconds of silence after which a node counts as lost, though its process is there: it has not heard of the run. */
    private static final int MOST_UNANSWERED = 30;

    private final long run;
    private final BlockingQueue<LeaderEvent> events;
    private final Consumer<LeaderEvent> others;
    private final Consumer<ActorRef<Envelope>> busy;
    private final Consumer<ActorRef<Envelope>> noRoom;
    private final List<ActorRef<Envelope>> nodes;
    private final List<Outbox> toNodes;
    private final List<Outbox> toHosts = new ArrayList<>();
    private List<String> hostReferences = List.of();

    private long silentMilliseconds;

    /** For each node how often it has been spoken to in silence since it was last heard. */
    private final int[] unanswered;

    /**
     * @param others takes what concerns no run
     * @param busy takes nodes that have other work
     * @param noRoom takes nodes that have too little memory
     * @param nodes that take part; their numbers are their positions
     */
    RunNodes(
            long run,
            BlockingQueue<LeaderEvent> events,
            Consumer<LeaderEvent> others,
            Consumer<ActorRef<Envelope>> busy,
            Consumer<ActorRef<Envelope>> noRoom,
            List<ActorRef<Envelope>> nodes) {
        this.others = others;
        this.busy = busy;
        this.noRoom = noRoom;
        this.run = run;
        this.events = events;
        this.nodes = List.copyOf(nodes);
        this.unanswered = new int[nodes.size()];
        this.toNodes =
                nodes.stream().map(node -> new Outbox(run, Party.LEADER, node)).toList();
    }

    /** Number of nodes. */
    int size() {
        return nodes.size();
    }

    void tellNode(int node, Message message) {
        toNodes.get(node).send(message);
    }

    void tellNodes(Message message) {
        toNodes.forEach(node -> node.send(message));
    }

    void tellHost(int host, Message message) {
        toHosts.get(host).send(message);
    }

    void tellHosts(Message message) {
        toHosts.forEach(host -> host.send(message));
    }

    int hosts() {
        return toHosts.size();
    }

    /** References of all hosts, as text, once they are known. */
    List<String> hostReferences() {
        return hostReferences;
    }

    /** Makes the acquaintance of hosts. */
    void meet(List<String> references, Function<String, ActorRef<Envelope>> resolver) {
        hostReferences = List.copyOf(references);
        references.forEach(reference -> toHosts.add(new Outbox(run, Party.LEADER, resolver.apply(reference))));
    }

    /** Waits for the next message of this run. */
    Message next() throws NodeLostException {
        while (true) {
            Optional<Message> message = poll(SILENCE_MILLISECONDS);
            if (message.isPresent()) {
                return message.get();
            }
        }
    }

    /**
     * Waits for a message, for some milliseconds at most. After a second of silence all are told that it is {@link
     * Message.Still still} there, so that a lost message shows.
     */
    Optional<Message> poll(long milliseconds) throws NodeLostException {
        LeaderEvent event;
        try {
            event = events.poll(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("the run was interrupted");
        }
        silentMilliseconds = event == null ? silentMilliseconds + milliseconds : 0;
        if (silentMilliseconds >= SILENCE_MILLISECONDS) {
            silentMilliseconds = 0;
            breakSilence();
        }
        if (event instanceof LeaderEvent.Ended ended) {
            throw new ClusterException(ended.reason());
        }
        if (!(event == null || event instanceof LeaderEvent.Told)) {
            others.accept(event);
        }
        if (event instanceof LeaderEvent.Lost ended) {
            for (ActorRef<Envelope> node : nodes) {
                if (ended.had(node)) {
                    throw lost(node);
                }
            }
        }
        if (event instanceof LeaderEvent.Gone gone && nodes.contains(gone.node())) {
            throw lost(gone.node());
        }
        if (event instanceof LeaderEvent.Nodes found) {
            for (ActorRef<Envelope> node : nodes) {
                if (!node.path().address().hasLocalScope() && !found.all().contains(node)) {
                    throw lost(node);
                }
            }
        }
        if (!(event instanceof LeaderEvent.Told told) || told.run() != run) {
            return Optional.empty();
        }
        for (int node = 0; node < size(); node++) {
            if (told.from() == Party.node(node)) {
                unanswered[node] = 0;
            }
        }
        check(told.message());
        return Optional.of(told.message());
    }

    private void breakSilence() throws NodeLostException {
        for (int node = 0; node < size(); node++) {
            if (++unanswered[node] > MOST_UNANSWERED) {
                throw new NodeLostException("node " + node + " (" + place(node) + ") does not answer", false);
            }
        }
        tellNodes(new Message.Still());
        tellHosts(new Message.Still());
    }

    private NodeLostException lost(ActorRef<Envelope> node) {
        int number = nodes.indexOf(node);
        return new NodeLostException("node " + number + " (" + place(number) + ") is gone", true);
    }

    /** The node that a party belongs to. */
    private int nodeOf(int party) {
        return party >= 0 ? party / (hosts() / size()) : Party.nodeOf(party);
    }

    /** What a node that runs out of memory means: others may have room for its share, but nobody takes that of this process. */
    private NodeLostException noRoom(int node) {
        String line = "node " + node + " (" + place(node) + ") has no room for its share, one of " + size();
        if (node == 0) {
            throw new ClusterException(line + "; expected more memory (-Xmx) or more nodes");
        }
        noRoom.accept(nodes.get(node));
        return new NodeLostException(line, false);
    }

    private void check(Message message) throws NodeLostException {
        if (message instanceof Message.Failed failed) {
            if (failed.outOfMemory()) {
                throw noRoom(nodeOf(failed.from()));
            }
            throw new IllegalStateException(Party.name(failed.from()) + " failed: " + failed.reason());
        } else if (message instanceof Message.Refused refused) {
            if (refused.busy()) {
                busy.accept(nodes.get(refused.node()));
                throw new NodeBusyException("node " + refused.node() + " (" + place(refused.node()) + ") is busy");
            }
            throw new ClusterException(
                    "node " + refused.node() + " (" + place(refused.node()) + ") " + refused.reason());
        } else if (message instanceof Message.Missed missed) {
            throw new NodeLostException(
                    "a message from " + Party.name(missed.sender()) + " to " + Party.name(missed.from()) + " was lost",
                    false);
        }
    }

    /** Where a node is, for messages. */
    String place(int node) {
        Address address = nodes.get(node).path().address();
        return address.hasLocalScope() ? "this process" : ClusterSystem.place(address);
    }

    /** Waits until all nodes have built their share. */
    List<Message.Built> awaitBuilt() throws NodeLostException {
        Message.Built[] all = new Message.Built[size()];
        while (Arrays.stream(all).anyMatch(built -> built == null)) {
            if (next() instanceof Message.Built built) {
                all[built.node()] = built;
            }
        }
        return List.of(all);
    }

    /** Waits until all nodes have laid out their cores. */
    List<Message.LaidOut> awaitLaidOut() throws NodeLostException {
        Message.LaidOut[] all = new Message.LaidOut[size()];
        while (Arrays.stream(all).anyMatch(laidOut -> laidOut == null)) {
            if (next() instanceof Message.LaidOut laidOut) {
                all[laidOut.node()] = laidOut;
            }
        }
        return List.of(all);
    }

    /** Waits until all hosts can run; returns the earliest tick at which any has something to do. */
    long awaitReady() throws NodeLostException {
        boolean[] ready = new boolean[hosts()];
        long nextTick = Long.MAX_VALUE;
        int missing = ready.length;
        while (missing > 0) {
            if (next() instanceof Message.Ready host && !ready[host.host()]) {
                ready[host.host()] = true;
                nextTick = Math.min(nextTick, host.nextTick());
                missing--;
            }
        }
        return nextTick;
    }

    /** The inputs of all cores, by number, from what the nodes have said. */
    static List<CoreInputs> inputs(Assignment assignment, List<Message.LaidOut> laidOut) {
        CoreInputs[] all = new CoreInputs[assignment.hostOf().length];
        for (Message.LaidOut node : laidOut) {
            int[] cores = assignment.coresOfNode(node.node());
            for (int i = 0; i < cores.length; i++) {
                all[cores[i]] = node.inputs().get(i);
            }
        }
        return List.of(all);
    }

    /** What the nodes say of the network, together. */
    static NetworkSummary summary(List<Message.Built> built) {
        return built.stream()
                .map(Message.Built::summary)
                .reduce(NetworkSummary::merge)
                .orElseThrow();
    }

    /** A node that was to take part in a run has other work: another may take its place. */
    static final class NodeBusyException extends NodeLostException {

        private static final long serialVersionUID = 1L;

        NodeBusyException(String message) {
            super(message, false);
        }
    }

    /** A node that takes part in a run is gone, or a message was lost: the run has to go on from an earlier state. */
    static class NodeLostException extends Exception {

        private static final long serialVersionUID = 1L;

        /** Whether a process is gone, which the leader has noticed by itself. */
        private final boolean gone;

        NodeLostException(String message, boolean gone) {
            super(message);
            this.gone = gone;
        }

        boolean isGone() {
            return gone;
        }
    }
}
