package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Message;
import java.util.Set;

/** What happens to a leader. */
sealed interface LeaderEvent {

    /** These nodes can be reached. */
    record Nodes(Set<ActorRef<Envelope>> all) implements LeaderEvent {}

    /**
     * A message has come.
     *
     * @param from who sends; see {@link ganglion.runtime.wire.Party}
     */
    record Told(long run, int from, Message message) implements LeaderEvent {}

    /** Nothing more will come, and why. */
    record Ended(String reason) implements LeaderEvent {}

    /** A node that was watched is gone for good. */
    record Gone(ActorRef<Envelope> node) implements LeaderEvent {}
}
