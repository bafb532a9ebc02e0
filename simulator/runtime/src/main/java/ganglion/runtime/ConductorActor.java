package ganglion.runtime;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Root of the actors of one run: starts a {@link HostActor} for each host, introduces them to each other, and tells them how
 * far they may run. The end of the run, or the failure of a host, is its {@link RunEnd}.
 */
final class ConductorActor extends AbstractBehavior<ConductorActor.Command> {

    sealed interface Command {}

    /** A host has said how far it has come. */
    record Heard(Report report) implements Command {}

    static Behavior<Command> create(PartitionedNetwork run, List<Host> hosts, RunControl control, RunEnd end) {
        return Behaviors.setup(context -> new ConductorActor(context, run, hosts, control, end).proceed());
    }

    private final Conductor conductor;
    private final Progress progress;
    private final List<ActorRef<HostActor.Command>> hosts = new ArrayList<>();
    private final RunEnd end;

    private ConductorActor(
            ActorContext<Command> context, PartitionedNetwork run, List<Host> laidOut, RunControl control, RunEnd end) {
        super(context);
        this.conductor = run.conductor();
        this.progress = new Progress(run, run.conductor(), control);
        this.end = end;
        for (Host host : laidOut) {
            ActorRef<HostActor.Command> actor = context.spawn(
                    HostActor.create(host, context.getSelf(), end),
                    "host-" + host.id(),
                    DispatcherSelector.sameAsParent());
            context.watch(actor);
            hosts.add(actor);
        }
        hosts.forEach(host -> host.tell(new HostActor.Meet(List.copyOf(hosts))));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Heard.class, this::onHeard)
                .onSignal(ChildFailed.class, this::onHostFailed)
                .build();
    }

    private Behavior<Command> onHeard(Heard heard) {
        try {
            conductor.report(heard.report());
        } catch (OutOfMemoryError e) {
            return failed(e);
        }
        return proceed();
    }

    private Behavior<Command> failed(Throwable cause) {
        end.fail(cause);
        return Behaviors.stopped();
    }

    /** Passes every failure on to the caller, who would wait for ever if only this actor died of it. */
    private Behavior<Command> proceed() {
        if (end.isReached()) {
            return Behaviors.stopped();
        }
        end.guardThread();
        try {
            Optional<Leave> leave = progress.next();
            if (progress.hasEnded()) {
                end.reach();
                return Behaviors.stopped();
            }
            leave.ifPresent(given -> hosts.forEach(host -> host.tell(new HostActor.Run(given))));
            return this;
        } catch (RuntimeException | OutOfMemoryError e) {
            return failed(e);
        }
    }

    private Behavior<Command> onHostFailed(ChildFailed failure) {
        return failed(failure.getCause());
    }
}
