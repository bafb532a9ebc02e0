package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.MemberExited;
import akka.cluster.ClusterEvent.MemberLeft;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Subscribe;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Inbox;
import ganglion.runtime.wire.Inbox.LostPieceException;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.Party;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Hears what nodes and hosts tell the leader of a run, and puts it into a queue, which the thread that conducts the run reads. */
final class LeaderActor extends AbstractBehavior<LeaderActor.Command> {

    /** All that it receives, from the transport and from the system. */
    sealed interface Command {}

    private record Heard(Envelope envelope) implements Command {}

    private record Found(Receptionist.Listing listing) implements Command {}

    private record Changed(MemberEvent event) implements Command {}

    static Behavior<Command> create(BlockingQueue<LeaderEvent> events, Consumer<ActorRef<Envelope>> self) {
        return Behaviors.setup(context -> new LeaderActor(context, events, self));
    }

    private final BlockingQueue<LeaderEvent> events;
    private final Map<Long, Inbox> inboxes = new HashMap<>();
    private final Set<ActorRef<Envelope>> watched = new HashSet<>();

    private LeaderActor(
            ActorContext<Command> context, BlockingQueue<LeaderEvent> events, Consumer<ActorRef<Envelope>> self) {
        super(context);
        this.events = events;
        ActorRef<Receptionist.Listing> listings = context.messageAdapter(Receptionist.Listing.class, Found::new);
        context.getSystem().receptionist().tell(Receptionist.subscribe(NodeActor.KEY, listings));
        ActorRef<MemberEvent> members = context.messageAdapter(MemberEvent.class, Changed::new);
        Cluster.get(context.getSystem()).subscriptions().tell(Subscribe.create(members, MemberEvent.class));
        self.accept(context.messageAdapter(Envelope.class, Heard::new));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Heard.class, this::onHeard)
                .onMessage(Found.class, this::onFound)
                .onMessage(Changed.class, this::onChanged)
                .onSignal(Terminated.class, this::onTerminated)
                .build();
    }

    private Behavior<Command> onHeard(Heard heard) {
        if (heard.envelope() instanceof Envelope.Local local) {
            events.add(new LeaderEvent.Told(local.run(), local.from(), local.message()));
        } else if (heard.envelope() instanceof Envelope.Piece piece) {
            try {
                inboxes.computeIfAbsent(piece.run(), Inbox::new)
                        .take(piece)
                        .ifPresent(message -> events.add(new LeaderEvent.Told(piece.run(), piece.from(), message)));
            } catch (LostPieceException e) {
                events.add(
                        new LeaderEvent.Told(piece.run(), piece.from(), new Message.Missed(Party.LEADER, e.sender())));
            } catch (IllegalArgumentException e) {
                events.add(new LeaderEvent.Told(
                        piece.run(),
                        piece.from(),
                        new Message.Failed(piece.from(), String.valueOf(e.getMessage()), false)));
            }
        }
        return this;
    }

    /** One that cannot be reached counts until the cluster has decided which side of a cut goes on. */
    private Behavior<Command> onFound(Found found) {
        Set<ActorRef<Envelope>> nodes = Set.copyOf(found.listing().getAllServiceInstances(NodeActor.KEY));
        for (ActorRef<Envelope> node : nodes) {
            if (watched.add(node)) {
                getContext().watch(node);
            }
        }
        events.add(new LeaderEvent.Nodes(nodes));
        return this;
    }

    private Behavior<Command> onChanged(Changed changed) {
        if (changed.event() instanceof MemberLeft || changed.event() instanceof MemberExited) {
            events.add(new LeaderEvent.Leaves(changed.event().member().address()));
        }
        return this;
    }

    private Behavior<Command> onTerminated(Terminated gone) {
        ActorRef<Envelope> node = gone.getRef().unsafeUpcast();
        watched.remove(node);
        events.add(new LeaderEvent.Gone(node));
        return this;
    }
}
