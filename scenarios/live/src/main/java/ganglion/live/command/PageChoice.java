package ganglion.live.command;

import ganglion.cli.terminal.Console;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.server.LiveServer;
import ganglion.live.server.LiveServer.ServerOptions;
import ganglion.live.session.LiveSession;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether and where the page of the session is served. */
public final class PageChoice {

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Serve the page on this port; by default on one that is free. With --json-lines, the page is served only if"
                            + " --port or --host is given.")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Serve the page on this address of the machine, so that others in its network can open it; by default for this"
                            + " machine alone.")
    private String host;

    @Option(names = "--no-page", description = "Serve no page.")
    private boolean noPage;

    /**
     * Serves the page if it is wanted. When the session begins, says where.
     *
     * @param jsonLines whether standard output is for programs
     * @throws InputException if the port or the address cannot be used
     */
    Optional<LiveServer> serve(LiveSession session, Console console, boolean jsonLines) throws InputException {
        boolean asked = port != null || host != null;
        if (noPage || !asked && (jsonLines || console.isServed())) {
            return Optional.empty();
        }
        try {
            ServerOptions options =
                    new ServerOptions(host == null ? ServerOptions.LOOPBACK : host, port == null ? 0 : port);
            LiveServer server = LiveServer.start(session::stop, options);
            session.tell(server);
            session.tell(event -> {
                if (event instanceof LiveStart) {
                    announce(server, console, jsonLines);
                }
            });
            return Optional.of(server);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
    }

    /** The address is of use as soon as something is heard, and not if the sound is refused. */
    private void announce(LiveServer server, Console console, boolean jsonLines) {
        PrintStream out = jsonLines ? console.err() : console.out();
        server.addresses().forEach(address -> out.println("page: " + address));
    }
}
