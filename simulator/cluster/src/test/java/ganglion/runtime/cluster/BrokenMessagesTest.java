package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.network.Network;
import ganglion.runtime.RunOptions;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Envelope;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.References;
import ganglion.runtime.wire.Wire;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What comes over a network need not be a message. Whoever gets it goes on, or says that the run cannot. */
class BrokenMessagesTest {

    private static final int SECONDS = 60;

    /** A leader asks the cluster who leaves it; this one has nobody else. A busy machine takes more than 3 s for an answer. */
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.parseString(
            "akka { actor.provider = cluster, remote.artery.canonical { hostname = 127.0.0.1, port = 0 },"
                    + " actor.testkit.typed.single-expect-default = " + SECONDS + " s }"));

    private static final byte[] NONSENSE = {99, 1, 2};

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    private static Envelope.Piece piece(long run, long number, byte[] bytes) {
        return new Envelope.Piece(run, -1, number, true, bytes);
    }

    @Test
    void aLeaderIsToldOfThem() throws Exception {
        BlockingQueue<LeaderEvent> events = new LinkedBlockingQueue<>();
        CompletableFuture<ActorRef<Envelope>> self = new CompletableFuture<>();
        KIT.spawn(LeaderActor.create(events, self::complete));

        self.get(SECONDS, TimeUnit.SECONDS).tell(piece(1, 0, NONSENSE));
        self.get().tell(piece(2, 0, Wire.encode(new Message.Ready(3, 4))));
        self.get().tell(piece(2, 2, Wire.encode(new Message.Ready(3, 4))));

        assertTrue(told(events) instanceof Message.Failed);
        assertEquals(new Message.Ready(3, 4), told(events));
        assertTrue(told(events) instanceof Message.Missed);
    }

    private static Message told(BlockingQueue<LeaderEvent> events) throws InterruptedException {
        LeaderEvent event = events.poll(SECONDS, TimeUnit.SECONDS);
        while (!(event instanceof LeaderEvent.Told)) {
            event = events.poll(SECONDS, TimeUnit.SECONDS);
        }
        return ((LeaderEvent.Told) event).message();
    }

    private static ActorRef<Envelope> host(TestProbe<Envelope> leader) {
        Network network = RandomNetworks.create(1, 100);
        Assignment assignment = Assignment.even(network, 1, 1, RunOptions.SPREAD);
        return KIT.spawn(NodeHostActor.create(new NodeHostActor.Setup(
                7, 0, assignment, new HostedPart(network, assignment, 0, List.of(), 100), leader.getRef())));
    }

    @Test
    void aHostSaysThatTheRunCannotGoOn() {
        TestProbe<Envelope> leader = KIT.createTestProbe();
        ActorRef<Envelope> host = host(leader);

        host.tell(piece(7, 0, NONSENSE));

        Envelope.Local answer = leader.expectMessageClass(Envelope.Local.class);
        assertTrue(answer.message() instanceof Message.Failed, answer.toString());
        leader.expectTerminated(host);
    }

    @Test
    void aHostNoticesALossWhenSomethingComesAfterSilence() {
        TestProbe<Envelope> leader = KIT.createTestProbe();
        ActorRef<Envelope> host = host(leader);

        host.tell(piece(7, 0, Wire.encode(new Message.Still())));
        host.tell(piece(7, 2, Wire.encode(new Message.Still())));

        assertEquals(
                new Message.Still(),
                leader.expectMessageClass(Envelope.Local.class).message());
        assertEquals(
                new Message.Missed(0, -1),
                leader.expectMessageClass(Envelope.Local.class).message());
    }

    @Test
    void aNodeGoesOn() {
        ActorRef<Envelope> node = KIT.spawn(NodeActor.create("test", (job, slice) -> {
            throw new JobRefusedException("has no such thing");
        }));
        TestProbe<Envelope> leader = KIT.createTestProbe();
        Network network = RandomNetworks.create(1, 100);
        Message.Prepare prepare = new Message.Prepare(
                "test",
                new byte[0],
                0,
                Assignment.even(network, 1, 1, RunOptions.SPREAD),
                List.of(),
                100,
                References.write(leader.getRef(), KIT.system()));

        node.tell(piece(1, 0, NONSENSE));
        node.tell(piece(2, 5, NONSENSE));
        node.tell(piece(3, 0, Wire.encode(prepare)));

        Envelope.Local answer = leader.expectMessageClass(Envelope.Local.class);
        assertEquals(new Message.Refused(0, "has no such thing", false), answer.message());
    }
}
