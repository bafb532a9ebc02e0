package ganglion.live.server;

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
