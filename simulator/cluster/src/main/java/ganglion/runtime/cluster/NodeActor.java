package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.ServiceKey;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.runtime.ThreadedTasks;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Inbox;
import ganglion.runtime.wire.Inbox.LostPieceException;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.Outbox;
import ganglion.runtime.wire.Party;
import ganglion.runtime.wire.References;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A node that takes part in runs, one at a time: builds its share of the network, lays out its cores, starts its hosts, and stops
 * them when the leader says so or is gone.
 */
final class NodeActor extends AbstractBehavior<Envelope> {

    /** Under which nodes are found. */
    static final ServiceKey<Envelope> KEY = ServiceKey.create(Envelope.class, "ganglion-node");

    /** The dispatcher of hosts, with a thread for each. */
    static final String HOSTS = "ganglion.hosts";

    static Behavior<Envelope> create(String version, NetworkSource source) {
        return Behaviors.setup(context -> new NodeActor(context, version, source));
    }

    private final String version;
    private final NetworkSource source;

    /** The run that it takes part in. */
    private Optional<Job> current = Optional.empty();

    /** Where the first messages of runs come in that it does not take part in yet. */
    private final Map<Long, Inbox> first = new HashMap<>();

    private NodeActor(ActorContext<Envelope> context, String version, NetworkSource source) {
        super(context);
        this.version = version;
        this.source = source;
    }

    /** One run. */
    private static final class Job {

        private final long run;
        private final Inbox inbox;
        private final ActorRef<Envelope> leaderActor;
        private final Outbox leader;
        private final Message.Prepare prepare;
        private final List<ActorRef<Envelope>> hosts = new ArrayList<>();
        private volatile Network network;

        /** The last thread that works for it. */
        private Optional<Thread> worker = Optional.empty();

        Job(long run, Inbox inbox, Message.Prepare prepare, ActorRef<Envelope> leader) {
            this.run = run;
            this.inbox = inbox;
            this.prepare = prepare;
            this.leaderActor = leader;
            this.leader = new Outbox(run, Party.node(prepare.node()), leader);
        }
    }

    @Override
    public Receive<Envelope> createReceive() {
        return newReceiveBuilder()
                .onMessage(
                        Envelope.Local.class,
                        local -> guarded(local.run(), () -> take(local.run(), new Inbox(local.run()), local.message())))
                .onMessage(Envelope.Piece.class, this::onPiece)
                .onMessage(Envelope.Done.class, this::onDone)
                .onSignal(Terminated.class, this::onTerminated)
                .build();
    }

    private Behavior<Envelope> onPiece(Envelope.Piece piece) {
        boolean known = current.isPresent() && current.get().run == piece.run();
        Inbox inbox = known ? current.get().inbox : first.computeIfAbsent(piece.run(), Inbox::new);
        try {
            Optional<Message> message = inbox.take(piece);
            message.ifPresent(whole -> guarded(piece.run(), () -> take(piece.run(), inbox, whole)));
        } catch (IllegalArgumentException e) { // no message of this program, whoever sent it
            first.remove(piece.run());
        } catch (LostPieceException e) {
            if (known) {
                current.get()
                        .leader
                        .send(new Message.Missed(
                                Party.node(current.get().prepare.node()), e.sender()));
                release();
            }
            first.remove(piece.run());
        }
        return this;
    }

    /** Tells the leader of a fault, who would wait for ever. Others may use this node all the same. */
    private Behavior<Envelope> guarded(long run, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            current.filter(job -> job.run == run).ifPresent(job -> fail(job, e));
        }
        return this;
    }

    /** A fault in words, with the place in the program, if it is known. */
    static String described(Throwable fault) {
        StackTraceElement[] stack = fault.getStackTrace();
        return stack.length == 0 ? fault.toString() : fault + " at " + stack[0];
    }

    private void take(long run, Inbox inbox, Message message) {
        if (message instanceof Message.Prepare prepare) {
            first.clear();
            prepare(run, inbox, prepare);
        } else if (current.isPresent() && current.get().run == run) {
            if (message instanceof Message.LayOut layOut) {
                layOut(current.get(), layOut.whole());
            } else if (message instanceof Message.Release) {
                release();
            } else if (message instanceof Message.Still) {
                current.get().leader.send(message);
            }
        }
    }

    private void prepare(long run, Inbox inbox, Message.Prepare prepare) {
        ActorRef<Envelope> leader =
                References.read(prepare.leader(), getContext().getSystem());
        Job job = new Job(run, inbox, prepare, leader);
        if (!version.equals(prepare.version())) {
            job.leader.send(new Message.Refused(
                    prepare.node(),
                    "has Ganglion " + version + ", expected " + prepare.version() + " as in the process that runs",
                    false));
            return;
        }
        if (current.isPresent() && !current.get().leaderActor.equals(leader)) {
            job.leader.send(new Message.Refused(prepare.node(), "is busy with another run", true));
            return;
        }
        release();
        current = Optional.of(job);
        getContext().watch(leader);
        int node = prepare.node();
        elsewhere(
                job,
                () -> {
                    Network network =
                            source.build(prepare.job(), prepare.assignment().sliceOf(node));
                    job.network = network;
                    return new Message.Built(node, NetworkSummary.of(network), NetworkFingerprint.partOf(network));
                },
                job.leader::send);
    }

    private void layOut(Job job, NetworkSummary whole) {
        Assignment assignment = job.prepare.assignment();
        int first = job.prepare.node() * assignment.threads();
        HostedPart[] hostedParts = new HostedPart[assignment.threads()];
        elsewhere(
                job,
                () -> {
                    Network network = whole.applyTo(job.network);
                    new ThreadedTasks(hostedParts.length)
                            .run(
                                    hostedParts.length,
                                    i -> hostedParts[i] = new HostedPart(
                                            network, assignment, first + i, job.prepare.traced(), job.prepare.ticks()));
                    return CoreInputs.of(
                            network,
                            assignment.partition(),
                            Arrays.stream(hostedParts)
                                    .flatMap(hosted -> hosted.cores().stream())
                                    .sorted(Comparator.comparingInt(NeuroCore::id))
                                    .toList());
                },
                inputs -> {
                    for (int i = 0; i < hostedParts.length; i++) {
                        NodeHostActor.Setup setup = new NodeHostActor.Setup(
                                job.run, first + i, assignment, hostedParts[i], job.leaderActor);
                        ActorRef<Envelope> host = getContext()
                                .spawn(
                                        NodeHostActor.create(setup),
                                        "host-" + Long.toHexString(job.run) + "-" + (first + i),
                                        DispatcherSelector.fromConfig(HOSTS));
                        getContext().watch(host);
                        job.hosts.add(host);
                    }
                    List<String> references = job.hosts.stream()
                            .map(host -> References.write(host, getContext().getSystem()))
                            .toList();
                    job.leader.send(new Message.LaidOut(job.prepare.node(), references, inputs));
                });
    }

    /** Has something done that takes long, and goes on with its result if the run is still the same. */
    private <T> void elsewhere(Job job, Callable<T> work, Consumer<T> next) {
        ActorRef<Envelope> self = getContext().getSelf();
        CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return work.call();
                            } catch (Exception e) {
                                throw new CompletionException(e);
                            }
                        },
                        task -> {
                            Thread thread = new Thread(task, "ganglion-build");
                            thread.setDaemon(true);
                            job.worker = Optional.of(thread);
                            thread.start();
                        })
                .whenComplete((result, failure) -> self.tell(new Envelope.Done(
                        job.run,
                        failure == null
                                ? () -> next.accept(result)
                                : () -> fail(
                                        job, failure instanceof CompletionException ? failure.getCause() : failure))));
    }

    private void fail(Job job, Throwable failure) {
        int node = job.prepare.node();
        if (failure instanceof JobRefusedException refused) {
            job.leader.send(new Message.Refused(node, refused.getMessage(), false));
        } else {
            job.leader.send(
                    new Message.Failed(Party.node(node), described(failure), failure instanceof OutOfMemoryError));
        }
        release();
    }

    private Behavior<Envelope> onDone(Envelope.Done done) {
        if (current.isPresent() && current.get().run == done.run()) {
            return guarded(done.run(), done.next());
        }
        return this;
    }

    private Behavior<Envelope> onTerminated(Terminated gone) {
        if (current.isPresent() && current.get().leaderActor.equals(gone.getRef())) {
            release();
        } else if (current.isPresent() && current.get().hosts.contains(gone.getRef())) {
            // It has said why, if it could; if not, it has ended by a fault of its own.
            current.get()
                    .leader
                    .send(new Message.Failed(
                            Party.node(current.get().prepare.node()), "a host has ended before the run", false));
        }
        return this;
    }

    /** Stops the hosts, and what is built for them. What they have is garbage from then on. */
    private void release() {
        current.ifPresent(job -> {
            getContext().unwatch(job.leaderActor);
            job.worker.ifPresent(Thread::interrupt);
            job.hosts.forEach(getContext()::unwatch);
            job.hosts.forEach(getContext()::stop);
        });
        current = Optional.empty();
    }
}
