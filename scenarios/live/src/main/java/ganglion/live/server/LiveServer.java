package ganglion.live.server;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveListener;
import ganglion.live.server.Gate.AccessToken;
import ganglion.live.server.Gate.AllowedHosts;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * Shows a live session to browsers, which may stop it. Give it to the session as its listener. One port, loopback unless told
 * otherwise; nobody is let in without the token that is in {@link #address}.
 */
public final class LiveServer implements LiveListener, AutoCloseable {

    /** Most connections to the port at a time; further ones wait. */
    static final int MOST_CONNECTIONS = 64;

    private static final int THREADS = 16;
    private static final int IDLE_THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(60);

    /** A connection that is no session by then is closed, so that requests that never end do not take the places of others. */
    static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);

    private final Server server;
    private final EventBroadcaster broadcaster;
    private final List<String> addresses;

    private LiveServer(Server server, EventBroadcaster broadcaster, List<String> hosts, int port, AccessToken token) {
        this.server = server;
        this.broadcaster = broadcaster;
        this.addresses = hosts.stream().map(host -> address(host, port, token)).toList();
    }

    private static String address(String host, int port, AccessToken token) {
        return "http://" + host + ":" + port + "/?token=" + token.text();
    }

    /**
     * Opens the port.
     *
     * @param stop ends the session when a browser asks for it
     * @throws IOException if the port is taken, or the host is not one of this machine; says so in words
     */
    public static LiveServer start(Runnable stop, ServerOptions options) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, IDLE_THREADS);
        threads.setName("live-server");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.addBean(new RequestLimit(connector));
        server.addConnector(connector);
        server.setErrorHandler(Gate::failure);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        open(connector, options);

        int port = connector.getLocalPort();
        AccessToken token = new AccessToken();
        EventBroadcaster broadcaster = new EventBroadcaster();
        WebSocketUpgradeHandler sessions =
                WebSocketUpgradeHandler.from(server, container -> configure(container, broadcaster, stop));
        server.setHandler(new Gate(sessions, new AllowedHosts(options.host(), port), token, "ganglion-" + port));
        try {
            server.start();
        } catch (Exception e) {
            broadcaster.close();
            throw new IOException("the server of the page does not start: " + e.getMessage(), e);
        }
        return new LiveServer(server, broadcaster, ReachableHosts.of(options.host()), port, token);
    }

    /** Closes connections whose time for requests is over. A session takes over the connection of its request. */
    private record RequestLimit(Connector connector) implements Connection.Listener {

        @Override
        public void onOpened(Connection connection) {
            if (connection instanceof Connection.UpgradeFrom) {
                connector
                        .getScheduler()
                        .schedule(
                                () -> {
                                    if (connection.getEndPoint().getConnection() == connection) {
                                        connection.close();
                                    }
                                },
                                LONGEST_REQUEST.toSeconds(),
                                TimeUnit.SECONDS);
            }
        }
    }

    private static void configure(ServerWebSocketContainer container, EventBroadcaster broadcaster, Runnable stop) {
        container.setMaxTextMessageSize(BrowserConnection.MOST_BYTES);
        container.setMaxBinaryMessageSize(BrowserConnection.MOST_BYTES);
        container.setIdleTimeout(IDLE);
        container.addMapping(Gate.SESSION, (request, response, callback) -> {
            // Compressing thirty pictures a second costs more than the few hundred kilobytes that it saves.
            response.setExtensions(List.of());
            return new BrowserConnection(broadcaster, stop);
        });
    }

    /** Takes the port before anything else starts, so that a port that is taken leaves nothing behind. */
    private static void open(ServerConnector connector, ServerOptions options) throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            throw new IOException(inWords(e, options), e);
        } catch (UnresolvedAddressException e) {
            throw new IOException("there is no host named " + options.host(), e);
        }
    }

    private static String inWords(IOException failure, ServerOptions options) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof UnresolvedAddressException) {
            return "there is no host named " + options.host();
        }
        if (!(cause instanceof BindException) && !(failure instanceof BindException)) {
            return "port " + options.port() + " of " + options.host() + " cannot be opened: " + cause.getMessage();
        }
        return options.port() == 0
                ? options.host() + " is not an address of this machine"
                : "port " + options.port() + " of " + options.host()
                        + " is taken, or may not be used; 0 chooses a free one";
    }

    /** Of the page, with the token, for a browser on this machine. */
    public String address() {
        return addresses.get(0);
    }

    /** Addresses of the page, with the token: for this machine first; then, if all of its addresses are served, for others in its networks. */
    public List<String> addresses() {
        return addresses;
    }

    @Override
    public void happened(LiveEvent event) {
        broadcaster.tell(event);
    }

    /** Tells browsers what is still to be told, and closes the port. */
    @Override
    public void close() {
        broadcaster.close();
        try {
            server.stop();
        } catch (Exception e) {
            // The port is closed or goes with the process; the session has ended well.
            server.setStopTimeout(0);
        }
    }

    /**
     * Where the page is served.
     *
     * @param host name or address to listen on
     * @param port from 1 to 65535, or 0 for one that is free
     */
    public record ServerOptions(String host, int port) {

        /** Reached from this machine only. */
        public static final String LOOPBACK = "127.0.0.1";

        private static final int LAST_PORT = 65_535;

        /** @throws IllegalArgumentException if there is no such port */
        public ServerOptions {
            if (port < 0 || port > LAST_PORT) {
                throw new IllegalArgumentException("found port " + port + ", expected 0 to " + LAST_PORT);
            }
        }
    }

    /** The hosts of the addresses under which a server can be reached. */
    private static final class ReachableHosts {

        /** More are of no use to a reader; a machine with many containers has as many networks. */
        private static final int PRINTED = 8;

        private ReachableHosts() {}

        /**
         * Hosts as they stand in addresses.
         *
         * @param told the name or address that the server listens on; of {@code 0.0.0.0} and {@code ::}, which are all of the machine,
         *     {@code localhost} and then the IPv4 addresses of its networks
         */
        static List<String> of(String told) {
            if (!told.equals("0.0.0.0") && !told.equals("::")) {
                return List.of(told.contains(":") ? "[" + told + "]" : told);
            }
            List<String> hosts = new ArrayList<>(List.of("localhost"));
            try {
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                        .map(InetAddress::getHostAddress)
                        .limit(PRINTED)
                        .forEach(hosts::add);
            } catch (SocketException e) {
                // A machine that cannot list its networks is still reached under localhost.
            }
            return List.copyOf(hosts);
        }
    }
}
