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
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.schedule.Assignment;
import ganglion.kernel.schedule.Conductor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Root of the actors of one run: starts a {@link CoreActor} for each core and takes them from round to round. The end of
 * the run, or the failure of a core, completes a future.
 */
final class ConductorActor extends AbstractBehavior<ConductorActor.Command> {

    sealed interface Command {}

    /** A core has run its window. */
    record Advanced(int core, WindowResult result) implements Command {}

    /** A core has run out of memory. */
    record Exhausted(OutOfMemoryError cause) implements Command {}

    static Behavior<Command> create(PartitionedNetwork run, RunControl control, CompletableFuture<Void> completion) {
        return Behaviors.setup(context -> new ConductorActor(context, run, control, completion).nextRound());
    }

    private final Conductor conductor;
    private final Rounds rounds;
    private final List<ActorRef<CoreActor.Command>> cores = new ArrayList<>();
    private final CompletableFuture<Void> completion;
    private int outstanding;

    private ConductorActor(
            ActorContext<Command> context,
            PartitionedNetwork run,
            RunControl control,
            CompletableFuture<Void> completion) {
        super(context);
        this.conductor = run.conductor();
        this.rounds = new Rounds(run, control);
        this.completion = completion;
        for (NeuroCore core : run.cores()) {
            ActorRef<CoreActor.Command> actor =
                    context.spawn(CoreActor.create(core), "core-" + core.id(), DispatcherSelector.sameAsParent());
            context.watch(actor);
            cores.add(actor);
        }
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Advanced.class, this::onAdvanced)
                .onMessage(Exhausted.class, this::onExhausted)
                .onSignal(ChildFailed.class, this::onCoreFailed)
                .build();
    }

    private Behavior<Command> onAdvanced(Advanced advanced) {
        try {
            conductor.completed(advanced.core(), advanced.result());
        } catch (OutOfMemoryError e) {
            return failed(e);
        }
        return --outstanding == 0 ? nextRound() : this;
    }

    private Behavior<Command> onExhausted(Exhausted exhausted) {
        return failed(exhausted.cause());
    }

    private Behavior<Command> failed(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            conductor.emitted().forEach(List::clear); // reporting the failure takes some memory, too
        }
        completion.completeExceptionally(cause);
        return Behaviors.stopped();
    }

    /** Passes every failure on to the caller, who would wait for ever if only this actor died of it. */
    private Behavior<Command> nextRound() {
        try {
            return tellNextRound();
        } catch (RuntimeException | OutOfMemoryError e) {
            return failed(e);
        }
    }

    private Behavior<Command> tellNextRound() {
        List<Assignment> round = rounds.next();
        if (round.isEmpty()) {
            completion.complete(null);
            return Behaviors.stopped();
        }
        outstanding = round.size();
        for (Assignment assignment : round) {
            cores.get(assignment.core())
                    .tell(new CoreActor.Advance(
                            assignment.until(),
                            assignment.arrived(),
                            getContext().getSelf()));
        }
        return this;
    }

    private Behavior<Command> onCoreFailed(ChildFailed failure) {
        return failed(failure.getCause());
    }
}
