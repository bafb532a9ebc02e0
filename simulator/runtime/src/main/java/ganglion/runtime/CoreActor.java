package ganglion.runtime;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeBatch;
import java.util.List;

/**
 * Gives one {@link NeuroCore} a mailbox. Does no arithmetic of its own, so that every result can be checked against the
 * sequential engine. A core is only ever touched by its actor while the run lasts, which is why it needs no locks.
 */
final class CoreActor extends AbstractBehavior<CoreActor.Command> {

    sealed interface Command {}

    /** Run all ticks before {@code until}, given spikes of other cores. */
    record Advance(long until, List<SpikeBatch> arrived, ActorRef<ConductorActor.Command> replyTo) implements Command {}

    static Behavior<Command> create(NeuroCore core) {
        return Behaviors.setup(context -> new CoreActor(context, core));
    }

    private final NeuroCore core;

    private CoreActor(ActorContext<Command> context, NeuroCore core) {
        super(context);
        this.core = core;
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder().onMessage(Advance.class, this::onAdvance).build();
    }

    private Behavior<Command> onAdvance(Advance advance) {
        try {
            advance.replyTo()
                    .tell(new ConductorActor.Advanced(core.id(), core.advance(advance.until(), advance.arrived())));
            return this;
        } catch (OutOfMemoryError e) { // which Akka treats as the end of the process, and reports to no one
            advance.replyTo().tell(new ConductorActor.Exhausted(e));
            return Behaviors.stopped();
        }
    }
}
