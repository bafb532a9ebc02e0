package ganglion.kernel.broken;

import akka.actor.typed.Behavior;
import ganglion.report.broken.AlsoBreaksImportRules;
import java.net.Socket;
import org.eclipse.jetty.server.Server;

/** Breaks every rule of {@code ImportRulesTest}, which must notice each. */
public final class BreaksImportRules {

    public int changeable;

    private final Behavior<AlsoBreaksImportRules> actor;

    BreaksImportRules(Behavior<AlsoBreaksImportRules> actor) {
        this.actor = actor;
    }

    boolean isOpen(Socket socket) {
        return !socket.isClosed();
    }

    boolean isRunning(Server server) {
        return server.isRunning();
    }

    void print() {
        System.out.println(actor);
    }
}
