package ganglion.runtime.cluster;

import akka.actor.Address;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.ClusterEvent;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import ganglion.runtime.watch.ClusterNews;
import ganglion.runtime.watch.ClusterWatch;
import java.util.HashSet;
import java.util.Set;

/** Tells which processes come and go, as a node sees them. Itself it counts, but does not tell of. */
final class MemberWatch {

    private final Cluster cluster;
    private final ClusterWatch watch;
    private final Set<Address> nodes = new HashSet<>();

    private MemberWatch(Cluster cluster, ClusterWatch watch) {
        this.cluster = cluster;
        this.watch = watch;
    }

    static Behavior<ClusterEvent.MemberEvent> create(Cluster cluster, ClusterWatch watch) {
        MemberWatch members = new MemberWatch(cluster, watch);
        return Behaviors.receiveMessage(event -> {
            members.take(event);
            return Behaviors.same();
        });
    }

    private void take(ClusterEvent.MemberEvent event) {
        Member member = event.member();
        ClusterNews.Role role = member.hasRole(ClusterSystem.NODE) ? ClusterNews.Role.NODE : ClusterNews.Role.RUN;
        String address = ClusterSystem.place(member.address());
        if (event instanceof ClusterEvent.MemberUp) {
            if (role == ClusterNews.Role.NODE) {
                nodes.add(member.address());
            }
            tell(member, new ClusterNews.Joined(role, address, nodes.size()));
        } else if (event instanceof ClusterEvent.MemberRemoved removed) {
            nodes.remove(member.address());
            tell(
                    member,
                    removed.previousStatus() == MemberStatus.down()
                            ? new ClusterNews.Lost(role, address, "it is gone", nodes.size())
                            : new ClusterNews.Left(role, address, nodes.size()));
        }
    }

    /** Of itself a process tells nothing, and nothing more once it leaves: then it would see all others go. */
    private void tell(Member member, ClusterNews news) {
        MemberStatus own = cluster.selfMember().status();
        boolean leaves = own == MemberStatus.leaving()
                || own == MemberStatus.exiting()
                || own == MemberStatus.down()
                || own == MemberStatus.removed();
        if (!leaves && !member.address().equals(cluster.selfMember().address())) {
            watch.news().accept(news);
        }
    }
}
