package ganglion.runtime;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.HostOutput;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Mail;
import ganglion.kernel.schedule.Report;
import java.util.List;

/**
 * Gives one {@link Host}, with the cores on it, a mailbox. Does no arithmetic of its own, so that every result can be checked
 * against the sequential engine. A host is only ever touched by its actor while the run lasts, which is why it needs no locks.
 */
final class HostActor extends AbstractBehavior<HostActor.Command> implements HostOutput {

    sealed interface Command {}

    /** Comes first: the actors of all hosts, by number. */
    record Meet(List<ActorRef<Command>> hosts) implements Command {}

    /** Run as far as this allows. */
    record Run(Leave leave) implements Command {}

    /** Word from another host. */
    record Deliver(Mail mail) implements Command {}

    /** Comes after all words that are waiting: from itself, so that it runs once for several of them. */
    record GoOn() implements Command {}

    static Behavior<Command> create(Host host, ActorRef<ConductorActor.Command> conductor, RunEnd end) {
        return Behaviors.setup(context -> new HostActor(context, host, conductor, end));
    }

    private final Host host;
    private final ActorRef<ConductorActor.Command> conductor;
    private final RunEnd end;
    private List<ActorRef<Command>> hosts = List.of();

    /** Whether it has told itself to go on. */
    private boolean goesOn;

    private HostActor(
            ActorContext<Command> context, Host host, ActorRef<ConductorActor.Command> conductor, RunEnd end) {
        super(context);
        this.host = host;
        this.conductor = conductor;
        this.end = end;
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Deliver.class, this::onDeliver)
                .onMessage(GoOn.class, this::onGoOn)
                .onMessage(Run.class, this::onRun)
                .onMessage(Meet.class, this::onMeet)
                .build();
    }

    private Behavior<Command> onMeet(Meet meet) {
        hosts = meet.hosts();
        return this;
    }

    private Behavior<Command> onRun(Run run) {
        return guarded(() -> {
            host.receive(run.leave());
            goOnLater();
        });
    }

    private Behavior<Command> onDeliver(Deliver delivery) {
        return guarded(() -> {
            host.receive(delivery.mail());
            goOnLater();
        });
    }

    private Behavior<Command> onGoOn(GoOn now) {
        goesOn = false;
        return guarded(() -> host.run(this));
    }

    private void goOnLater() {
        if (!goesOn) {
            goesOn = true;
            getContext().getSelf().tell(new GoOn());
        }
    }

    /** A full heap is told to the caller of the run; the hosts that are left take no more of what he needs to tell it. */
    private Behavior<Command> guarded(Runnable step) {
        if (end.isReached()) {
            return Behaviors.stopped();
        }
        end.guardThread();
        try {
            step.run();
            return this;
        } catch (OutOfMemoryError e) {
            end.fail(e);
            return Behaviors.stopped();
        }
    }

    @Override
    public void send(int to, Mail mail) {
        hosts.get(to).tell(new Deliver(mail));
    }

    @Override
    public void report(Report report) {
        conductor.tell(new ConductorActor.Heard(report));
    }
}
