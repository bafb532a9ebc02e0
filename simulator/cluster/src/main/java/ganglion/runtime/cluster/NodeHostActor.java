package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import ganglion.kernel.core.LogicalProcess;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.HostOutput;
import ganglion.kernel.schedule.Layout;
import ganglion.kernel.schedule.Mail;
import ganglion.kernel.schedule.Report;
import ganglion.kernel.schedule.Wiring;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Inbox;
import ganglion.runtime.wire.Inbox.LostPieceException;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.Outbox;
import ganglion.runtime.wire.Party;
import ganglion.runtime.wire.References;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A host in a run on several nodes: has its cores run, exchanges mail with the hosts of all nodes, and answers the leader's questions
 * about its neurons. Does no arithmetic of its own.
 */
final class NodeHostActor extends AbstractBehavior<Envelope> implements HostOutput {

    /**
     * What a host is made of.
     *
     * @param id its number
     * @param hosted its cores
     * @param leader who conducts the run
     */
    record Setup(long run, int id, Assignment assignment, HostedPart hosted, ActorRef<Envelope> leader) {}

    static Behavior<Envelope> create(Setup setup) {
        return Behaviors.setup(context -> new NodeHostActor(context, setup));
    }

    private final Setup setup;
    private final Inbox inbox;
    private final Outbox leader;
    private Outbox[] hosts = {};
    private Host host;

    /** Whether it has told itself to go on. */
    private boolean goesOn;

    private NodeHostActor(ActorContext<Envelope> context, Setup setup) {
        super(context);
        this.setup = setup;
        this.inbox = new Inbox(setup.run());
        this.leader = new Outbox(setup.run(), setup.id(), setup.leader());
    }

    @Override
    public Receive<Envelope> createReceive() {
        return newReceiveBuilder()
                .onMessage(Envelope.Local.class, local -> guarded(() -> take(local.from(), local.message())))
                .onMessage(Envelope.Piece.class, this::onPiece)
                .onMessage(Envelope.GoOn.class, now -> guarded(this::goOn))
                .build();
    }

    private Behavior<Envelope> onPiece(Envelope.Piece piece) {
        try {
            Optional<Message> message = inbox.take(piece);
            return message.isEmpty() ? this : guarded(() -> take(piece.from(), message.get()));
        } catch (LostPieceException e) {
            leader.send(new Message.Missed(setup.id(), e.sender()));
        } catch (IllegalArgumentException e) {
            leader.send(new Message.Failed(setup.id(), String.valueOf(e.getMessage()), false));
        }
        return Behaviors.stopped();
    }

    private void take(int from, Message message) {
        if (message instanceof Message.Deliver deliver) {
            host.receive(deliver.mail());
            goOnLater();
        } else if (message instanceof Message.Run run) {
            host.receive(run.leave());
            goOnLater();
        } else if (message instanceof Message.Restore restore) {
            setup.hosted().restore(restore.state());
        } else if (message instanceof Message.Begin begin) {
            begin(begin);
        } else if (message instanceof Message.Question question) {
            answer(question);
        } else if (message instanceof Message.Still && from == Party.LEADER) {
            leader.send(message);
            for (Outbox other : hosts) {
                other.send(message);
            }
        } else if (!(message instanceof Message.Still)) {
            throw new IllegalStateException("a host does not understand " + message);
        }
    }

    private void begin(Message.Begin begin) {
        List<NeuroCore> cores = setup.hosted().cores();
        LogicalProcess[] processes = new LogicalProcess[setup.assignment().hostOf().length];
        cores.forEach(core -> processes[core.id()] = core);
        Layout layout = new Layout(
                Wiring.of(begin.inputs()),
                setup.assignment().hostOf(),
                setup.assignment().hosts());
        host = layout.host(setup.id(), Arrays.asList(processes), begin.from());
        hosts = begin.hosts().stream()
                .map(reference -> new Outbox(
                        setup.run(),
                        setup.id(),
                        References.read(reference, getContext().getSystem())))
                .toArray(Outbox[]::new);
        long next = cores.stream().mapToLong(NeuroCore::nextTick).min().orElse(Long.MAX_VALUE);
        leader.send(new Message.Ready(setup.id(), next));
    }

    private void answer(Message.Question question) {
        try {
            leader.send(new Message.Answer(
                    setup.id(), question.number(), setup.hosted().answer(question)));
        } catch (UnsupportedOperationException e) {
            leader.send(new Message.NoAnswer(setup.id(), question.number(), String.valueOf(e.getMessage())));
        }
    }

    private void goOn() {
        goesOn = false;
        host.run(this);
    }

    private void goOnLater() {
        if (!goesOn) {
            goesOn = true;
            getContext().getSelf().tell(new Envelope.GoOn());
        }
    }

    /** Tells the leader of every failure, who would wait for ever if only this actor died of it. */
    private Behavior<Envelope> guarded(Runnable step) {
        try {
            step.run();
            return this;
        } catch (OutOfMemoryError e) {
            leader.send(new Message.Failed(setup.id(), String.valueOf(e.getMessage()), true));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            leader.send(new Message.Failed(setup.id(), NodeActor.described(e), false));
        }
        return Behaviors.stopped();
    }

    @Override
    public void send(int to, Mail mail) {
        hosts[to].send(new Message.Deliver(mail));
    }

    @Override
    public void report(Report report) {
        leader.send(new Message.Heard(report));
    }
}
