package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.Address;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.cluster.ClusterEvent.MemberDowned;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.MemberLeft;
import akka.cluster.ClusterEvent.MemberRemoved;
import akka.cluster.ClusterEvent.MemberUp;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.UniqueAddress;
import akka.util.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class MemberWatchTest {

    private static final int OWN = 2551;
    private static final int FIRST = 2552;
    private static final int RUN = 2553;

    private final List<String> news = new ArrayList<>();

    private final BehaviorTestKit<MemberEvent> watch =
            BehaviorTestKit.create(MemberWatch.create(address(OWN), told -> news.add(told.line())));

    private static Address address(int port) {
        return new Address("akka", "ganglion", "127.0.0.1", port);
    }

    private static Member member(int port, MemberStatus status) {
        Set<String> roles = Set.of(port == RUN ? ClusterSystem.LEADER : ClusterSystem.NODE);
        return new Member(
                UniqueAddress.apply(address(port), (long) port),
                1,
                status,
                CollectionConverters.asScala(roles).<String>toSet(),
                Version.apply("1"));
    }

    private static MemberEvent up(int port) {
        return new MemberUp(member(port, MemberStatus.up()));
    }

    private static MemberEvent removed(int port, MemberStatus before) {
        return new MemberRemoved(member(port, MemberStatus.removed()), before);
    }

    /** A process that joins hears of those that are there before it hears of itself. */
    @Test
    void tellsOfThoseThatWereThereBefore() {
        watch.run(up(FIRST));
        watch.run(up(OWN));
        watch.run(up(RUN));

        assertEquals(
                List.of(
                        "cluster: node joined address=127.0.0.1:2552 nodes=2",
                        "cluster: run joined address=127.0.0.1:2553 nodes=2"),
                news);
    }

    @Test
    void tellsHowOthersGo() {
        watch.run(up(OWN));
        watch.run(up(FIRST));
        watch.run(up(RUN));
        news.clear();

        watch.run(removed(FIRST, MemberStatus.exiting()));
        watch.run(removed(RUN, MemberStatus.down()));

        assertEquals(
                List.of(
                        "cluster: node left address=127.0.0.1:2552 nodes=1",
                        "cluster: run lost address=127.0.0.1:2553 reason=\"nothing was heard from it for too long\" nodes=1"),
                news);
    }

    @Test
    void tellsNothingOnceItLeaves() {
        watch.run(up(OWN));
        watch.run(new MemberLeft(member(OWN, MemberStatus.leaving())));
        watch.run(removed(FIRST, MemberStatus.up()));

        assertEquals(List.of(), news);
    }

    @Test
    void tellsNothingOnceOthersHaveGivenItUp() {
        watch.run(up(OWN));
        watch.run(new MemberDowned(member(OWN, MemberStatus.down())));
        watch.run(removed(FIRST, MemberStatus.up()));

        assertEquals(List.of(), news);
    }
}
