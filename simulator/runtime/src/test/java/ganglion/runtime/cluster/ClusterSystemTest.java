package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                // Akka ends a system when its connections have ended.
                CompletableFuture<?> end = connection.handle((done, failure) -> {
                    system.terminate();
                    return done;
                });

                ClusterSystem.awaitEnd(system, SECONDS);

                assertTrue(end.isDone(), "it still waits for the other side");
                assertDoesNotThrow(() -> listen(port).close());
            }
        } finally {
            ClusterSystem.end(system);
        }
    }
}
