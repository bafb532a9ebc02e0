package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.ExtendedActorSystem;
import akka.actor.Props;
import akka.actor.SystemGuardian;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.Cluster;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.stream.javadsl.Tcp;
import akka.util.ByteString;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClusterSystemTest {

    private static final int SECONDS = 1;

    /** A connection that is closed by this side alone, as that to a machine whose link is cut. */
    private static CompletableFuture<?> halfClosed(ActorSystem<?> system, ServerSocket silent) throws IOException {
        InetSocketAddress place = new InetSocketAddress(silent.getInetAddress(), silent.getLocalPort());
        return Source.single(ByteString.fromString("x"))
                .via(Tcp.get(system)
                        .outgoingConnection(
                                place, Optional.empty(), List.of(), true, Optional.empty(), Optional.empty()))
                .toMat(Sink.ignore(), Keep.right())
                .run(system)
                .toCompletableFuture();
    }

    /**
     * Lets a system end only after a connection, as remoting does with its own.
     *
     * @return done when the system is ending and waits for nothing but the connection
     */
    private static CompletableFuture<Void> endsAfter(CompletableFuture<?> connection, ActorSystem<?> system) {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        ExtendedActorSystem classic = (ExtendedActorSystem) system.classicSystem();
        ActorRef hook = classic.systemActorOf(
                Props.create(EndHook.class, () -> new EndHook(classic.systemGuardian(), connection, waiting)),
                "end-hook");
        classic.systemGuardian().tell(SystemGuardian.RegisterTerminationHook$.MODULE$, hook);
        return waiting;
    }

    /** Holds up the end of its system until a connection has ended. */
    private static final class EndHook extends AbstractActor {

        private final ActorRef guardian;
        private final CompletableFuture<?> connection;
        private final CompletableFuture<Void> waiting;

        EndHook(ActorRef guardian, CompletableFuture<?> connection, CompletableFuture<Void> waiting) {
            this.guardian = guardian;
            this.connection = connection;
            this.waiting = waiting;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .matchEquals(SystemGuardian.TerminationHook$.MODULE$, ending -> await())
                    .build();
        }

        private void await() {
            ActorRef self = getSelf();
            connection.whenComplete(
                    (done, failure) -> guardian.tell(SystemGuardian.TerminationHookDone$.MODULE$, self));
            waiting.complete(null);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName(ClusterSettings.LOOPBACK));
    }

    @Test
    void aSystemThatDoesNotEndHasItsConnectionsCut() throws IOException {
        ActorSystem<Void> system = ClusterSystem.start(
                ClusterSettings.onThisMachine("test", List.of(), 1), ClusterSystem.NODE, Behaviors.empty());
        try (ServerSocket silent = listen(0)) {
            CompletableFuture<?> connection = halfClosed(system, silent);
            try (Socket accepted = silent.accept()) {
                assertTrue(accepted.isConnected());
                int port = Cluster.get(system).selfMember().address().getPort().get();
                assertThrows(BindException.class, () -> listen(port).close());
                assertFalse(connection.isDone());
                CompletableFuture<Void> waiting = endsAfter(connection, system);
                system.terminate();
                waiting.join();

                ClusterSystem.awaitEnd(system, SECONDS);

                assertTrue(connection.isDone(), "it still waits for the other side");
                assertTrue(system.getWhenTerminated().toCompletableFuture().isDone(), "it has not ended");
                assertDoesNotThrow(() -> listen(port).close());
            }
        } finally {
            ClusterSystem.end(system);
        }
    }
}
