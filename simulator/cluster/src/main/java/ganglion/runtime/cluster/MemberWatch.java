package ganglion.runtime.cluster;

import akka.actor.Address;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.ClusterEvent;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells which processes come and go, as a node sees them. The node is among those that are counted, but is not told of. */
final class MemberWatch {

    private final Address own;
    private final Consumer<ClusterNews> watch;
    private final Set<Address> nodes = new HashSet<>();

    /**
     * Whether it is on its way out: then it would see all others go. Known from the events alone, which come in order. What {@code
     * Cluster.selfMember()} says may be older than them, and is "removed" until it has joined.
     */
    private boolean leaves;

    private MemberWatch(Address own, Consumer<ClusterNews> watch) {
        this.own = own;
        this.watch = watch;
        // A process that joins hears of those that are there before it hears of itself.
        nodes.add(own);
    }

    /** @param own the address of this process */
    static Behavior<ClusterEvent.MemberEvent> create(Address own, Consumer<ClusterNews> watch) {
        return Behaviors.setup(context -> {
            MemberWatch members = new MemberWatch(own, watch);
            return Behaviors.receiveMessage(event -> {
                members.take(event);
                return Behaviors.same();
            });
        });
    }

    private void take(ClusterEvent.MemberEvent event) {
        Member member = event.member();
        boolean isOwn = member.address().equals(own);
        leaves |= isOwn
                && (event instanceof ClusterEvent.MemberLeft
                        || event instanceof ClusterEvent.MemberExited
                        || event instanceof ClusterEvent.MemberDowned
                        || event instanceof ClusterEvent.MemberRemoved);
        ClusterNews.Role role = member.hasRole(ClusterSystem.NODE) ? ClusterNews.Role.NODE : ClusterNews.Role.RUN;
        String address = ClusterSystem.place(member.address());
        if (event instanceof ClusterEvent.MemberUp) {
            if (role == ClusterNews.Role.NODE) {
                nodes.add(member.address());
            }
            tell(isOwn, new ClusterNews.Joined(role, address, nodes.size()));
        } else if (event instanceof ClusterEvent.MemberRemoved removed) {
            nodes.remove(member.address());
            tell(
                    isOwn,
                    removed.previousStatus() == MemberStatus.down()
                            ? new ClusterNews.Lost(role, address, ClusterNews.Lost.SILENT, nodes.size())
                            : new ClusterNews.Left(role, address, nodes.size()));
        }
    }

    private void tell(boolean isOwn, ClusterNews news) {
        if (!leaves && !isOwn) {
            watch.accept(news);
        }
    }
}
