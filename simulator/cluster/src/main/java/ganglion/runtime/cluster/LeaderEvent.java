package ganglion.runtime.cluster;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorRef;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Message;
import java.util.Set;

/** What happens to a leader. */
sealed interface LeaderEvent {

    /** These nodes are in the cluster. */
    record Nodes(Set<ActorRef<Envelope>> all) implements LeaderEvent {}

    /**
     * A message has come.
     *
     * @param from who sends; see {@link ganglion.runtime.wire.Party}
     */
    record Told(long run, int from, Message message) implements LeaderEvent {}

    /** Nothing more will come, and why. */
    record Ended(String reason) implements LeaderEvent {}

    /**
     * The process of a node has ended, which the cluster has yet to find out.
     *
     * @param place where it was, as {@link ClusterNode#address} gives it
     */
    record Lost(String place) implements LeaderEvent {

        /** Whether a node is in that process. */
        boolean had(ActorRef<Envelope> node) {
            return node.path().address().equals(AddressFromURIString.parse(ClusterSystem.uri(place)));
        }
    }

    /**
     * A process leaves the cluster, as it should, and will be gone soon.
     *
     * @param address of the process
     */
    record Leaves(Address address) implements LeaderEvent {

        /** Whether a node is in that process. */
        boolean has(ActorRef<Envelope> node) {
            return node.path().address().equals(address);
        }
    }

    /** A node that was watched is gone for good. */
    record Gone(ActorRef<Envelope> node) implements LeaderEvent {}
}
